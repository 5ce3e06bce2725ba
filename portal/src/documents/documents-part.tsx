import { useState, type ReactElement } from 'react';
import { useSession, useTimeZone } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { documentTextQuery } from '#portal/documents/document-text.query.ts';
import type { DocumentItem } from '#portal/documents/documents.query.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { Sources } from '#portal/patient/sources.tsx';
import { Card } from '#portal/ui/card.tsx';
import { dayWords } from '#portal/ui/dates.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/documents/documents.css';

export function DocumentsPart({ patient }: { patient: PatientRecord }): ReactElement | null {
  const { documents } = patient;
  if (!documents) return null;
  return (
    <Card title="Documents" foot={<Sources sources={documents.sources} />}>
      {documents.items.length === 0 &&
        (documents.state === 'NONE_KNOWN' ? (
          <p>None: a source states this.</p>
        ) : (
          <p className="muted">Not recorded: no document was sent. This does not mean that there are none.</p>
        ))}
      {documents.items.length > 0 && (
        <ul className="rows">
          {documents.items.map((item) => (
            <li key={item.id}>
              <DocumentRow item={item} patientId={patient.id} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function DocumentRow({ item, patientId }: { item: DocumentItem; patientId: string }): ReactElement {
  const zone = useTimeZone();
  const [open, setOpen] = useState(false);
  const facts = [
    item.type !== item.title && item.type,
    item.at ? dayWords(item.at, zone) : 'date not recorded',
    item.author ?? 'author not recorded',
    item.source.name,
    sizeWords(item.sizeBytes),
  ];
  return (
    <details className="document fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>
          <strong>{item.title}</strong>
          <span className="person-role">{facts.filter(Boolean).join(' · ')}</span>
        </span>
      </summary>
      {open && <DocumentText documentId={item.id} patientId={patientId} />}
    </details>
  );
}

function DocumentText({ documentId, patientId }: { documentId: string; patientId: string }): ReactElement {
  const { viewer } = useSession();
  const { data, loading, problems, again } = useKeptQuery(documentTextQuery, { id: patientId, document: documentId });
  const [problem] = problems;
  if (!data)
    return problem && !loading ? (
      <ProblemNote problem={problem} what="the document" again={again} />
    ) : (
      <Loading what="the document" />
    );
  const text = data.patient.documents.items.find(({ id }) => id === documentId)?.text;
  if (text) return <pre className="document-text">{text}</pre>;
  return (
    <p className="prose muted">
      Its text was not sent in a form that can be shown here. Ask the oncology team to send the document itself to{' '}
      {viewer.organization.name}.
    </p>
  );
}

function sizeWords(bytes: number | null): string | null {
  if (bytes === null) return null;
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
