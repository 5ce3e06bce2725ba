import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { Link, useLocation } from 'wouter';
import { useKeys } from '#portal/app/keys.ts';
import { NoSuchPage } from '#portal/app/no-such-page.tsx';
import { useSession } from '#portal/app/session.ts';
import { usePage } from '#portal/app/use-page.ts';
import { roleWords } from '#portal/identity/roles.ts';
import { Banner } from '#portal/patient/banner.tsx';
import { ClosedCard } from '#portal/patient/closed-card.tsx';
import { DeniedRecord } from '#portal/patient/denied-record.tsx';
import {
  documents,
  fetchPartsEarly,
  palliative,
  plan,
  problems,
  summary,
  tests,
  viewed,
} from '#portal/patient/lazy-parts.ts';
import { partAddress, parts, type Part } from '#portal/patient/parts.ts';
import { plainText } from '#portal/patient/plain-text.ts';
import { PrintSheet } from '#portal/patient/print-sheet.tsx';
import { identityWords, summaryOutline } from '#portal/patient/summary-outline.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { usePatient, type LoadedPatient } from '#portal/patient/use-patient.ts';
import { instantWords } from '#portal/ui/dates.ts';
import { Icon } from '#portal/ui/icon.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';
import { useCopiedText } from '#portal/ui/use-copied-text.tsx';
import { useVisit } from '#portal/home/use-visit.ts';
import '#portal/patient/patient-page.css';

export function PatientPage({ id, part }: { id: string; part: string }): ReactElement {
  usePage('Patient record');
  const loaded = usePatient(id);
  const { patient, problems, loading, again } = loaded;
  const { open } = useSession();
  const shown = parts.find(({ path }) => path === part);
  useVisit(id, patient !== undefined);

  useEffect(() => {
    if (patient) open({ id: patient.id, name: patient.name });
    // "open" is new with each change of the session; the record is noted once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [patient?.id, patient?.name]);

  const arrived = patient !== undefined;
  useEffect(() => {
    // After what the summary itself still asks for: on a poor line they would keep it waiting.
    const later = arrived ? setTimeout(fetchPartsEarly, 2000) : undefined;
    return () => clearTimeout(later);
  }, [arrived]);

  if (!shown) return <NoSuchPage />;
  if (!patient) {
    const [problem] = problems;
    if (!problem || loading) return <Loading what="the record" lines={12} />;
    if (problem.kind === 'not-found' || problem.kind === 'bad-input') return <DeniedRecord />;
    return (
      <>
        <h1 className="unseen">Patient record</h1>
        <ProblemNote problem={problem} what="the record" again={again} />
      </>
    );
  }
  return <Record patient={patient} part={shown} loaded={loaded} />;
}

function Record({
  patient,
  part,
  loaded,
}: {
  patient: PatientRecord;
  part: Part;
  loaded: LoadedPatient;
}): ReactElement {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const [, go] = useLocation();
  const [problem] = loaded.problems;
  const sheet = useSheet(patient, loaded);

  useKeys({
    p: () => print(),
    c: sheet.copy,
    ...Object.fromEntries(parts.map(({ path }, index) => [String(index + 1), () => go(partAddress(patient.id, path))])),
  });

  return (
    <>
      <article className="record">
        <Banner
          patient={patient}
          actions={
            <>
              {viewer.scopes.includes('MESSAGES') && (
                <Link href={`/messages/new?patient=${patient.id}`} className="button">
                  Write a message
                </Link>
              )}
              <button type="button" className="button" onClick={() => print()} aria-keyshortcuts="p">
                <Icon shape="print" />
                Print
              </button>
              <button type="button" className="button" onClick={sheet.copy} aria-keyshortcuts="c">
                <Icon shape="copy" />
                {sheet.copied ? 'Copied' : 'Copy as text'}
              </button>
            </>
          }
        />
        <nav ref={showCurrent} className="tabs" aria-label="Parts of the record">
          {parts.map(({ path, title }) => (
            <Link
              key={path}
              href={partAddress(patient.id, path)}
              className="tab"
              aria-current={part.path === path ? 'page' : undefined}
            >
              {title}
            </Link>
          ))}
        </nav>
        {problem && loaded.receivedAt !== null && (
          <StaleNote problem={problem} receivedAt={loaded.receivedAt} timeZone={zone} again={loaded.again} />
        )}
        <PartOf patient={patient} part={part} loaded={loaded} />
        <p className="small muted prose">{patient.restrictedInformation}</p>
      </article>
      {sheet.dialog}
      {sheet.paper}
    </>
  );
}

/** On a narrow page the tabs are one row that scrolls: the current one is in sight. */
const showCurrent = (tabs: HTMLElement | null): void =>
  tabs?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

function PartOf({
  patient,
  part,
  loaded,
}: {
  patient: PatientRecord;
  part: Part;
  loaded: LoadedPatient;
}): ReactElement {
  const { section, path, title } = part;
  const why = section ? loaded.closed.get(section) : undefined;
  if (section && why)
    return <ClosedCard title={title} section={section} why={why} again={() => loaded.reopen(section)} />;
  switch (path) {
    case '':
      return <summary.Page patient={patient} loaded={loaded} />;
    case 'plan':
      return <plan.Page patient={patient} />;
    case 'tests':
      return <tests.Page id={patient.id} />;
    case 'palliative':
      return <palliative.Page patient={patient} />;
    case 'problems':
      return <problems.Page patient={patient} />;
    case 'documents':
      return <documents.Page patient={patient} />;
    case 'viewed':
      return <viewed.Page id={patient.id} />;
  }
}

interface Sheet {
  copy: () => void;
  copied: boolean;
  paper: ReactElement | null;
  dialog: ReactElement;
}

/** The same outline twice: as text for another record's note, and on paper. */
function useSheet(patient: PatientRecord, { closed }: LoadedPatient): Sheet {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const { copy, copied, dialog } = useCopiedText('Summary as plain text');
  const [printing, setPrinting] = useState(false);

  // The paper exists only while it is printed, whichever way the reader prints.
  useEffect(() => {
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);

  const identity = useMemo(() => identityWords(patient, zone), [patient, zone]);
  const reader = `${viewer.name}, ${roleWords[viewer.role].toLowerCase()}, ${viewer.organization.name}`;

  const copySummary = (): void => {
    const now = Date.now();
    copy(
      plainText(
        {
          title: 'CANCER CENTRE SUMMARY (Portage)',
          identity,
          copiedBy: reader,
          copiedAt: instantWords(now, zone),
          note: 'Facts are as of their sources, named at the end.',
        },
        summaryOutline(patient, closed, now, zone),
      ),
    );
  };

  return {
    copy: copySummary,
    copied,
    paper: printing ? (
      <PrintSheet
        identity={identity}
        reader={reader}
        printedAt={instantWords(Date.now(), zone)}
        blocks={summaryOutline(patient, closed, Date.now(), zone)}
      />
    ) : null,
    dialog,
  };
}
