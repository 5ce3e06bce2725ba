import { useEffect, useRef, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { PlanFiles } from '#portal/survivorship/plan-files.tsx';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { copyAddress, planViews, viewAddress, type PlanView } from '#portal/survivorship/plan-views.ts';
import { handshakeWords, ownOwner, standWords } from '#portal/survivorship/words.ts';
import { dayWords } from '#portal/ui/dates.ts';

interface Props {
  patient: PatientRecord;
  plan: Plan;
  view: PlanView;
}

/** Where the plan stands, in a sentence that says what it means; and the ways of looking at it. */
export function PlanHead({ patient: { id: patientId, language }, plan, view }: Props): ReactElement {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const { title, text } = standWords(plan, zone);
  const spanish = /^(es|spa)/i.test(language ?? '');
  const { accepted, declined, asked } = plan.handshake;
  const answered = plan.state !== 'DRAFT' && accepted + declined + asked > 0;
  const ways = useRef<HTMLElement>(null);
  // On a telephone the row of ways is wider than the page.
  useEffect(() => {
    const shown = ways.current?.querySelector<HTMLElement>('[aria-current]');
    if (ways.current && shown) ways.current.scrollLeft = shown.offsetLeft - ways.current.offsetLeft;
  }, [view]);
  const stopped = plan.state === 'SUSPENDED' || plan.state === 'CLOSED' || plan.state === 'DRAFT';
  return (
    <header className={`plan-head ${stopped ? 'plan-head-stopped' : ''}`}>
      <div className="plan-stand">
        <h2>Follow-up plan, version {plan.version}</h2>
        <p>
          <strong>{title}</strong>{' '}
          {answered && <span className="muted">Answers of primary care: {handshakeWords(plan.handshake)}.</span>}
        </p>
      </div>
      {stopped && <p>{text}</p>}
      {plan.faults.map((fault) => (
        <p key={fault.text} className="plan-fault">
          <strong>The record contradicts itself:</strong> {fault.text}
        </p>
      ))}
      {plan.rulesChanged && (
        <p className="plan-fault">
          {plan.state === 'DRAFT' ? (
            <>
              <strong>The rules have changed since this draft was begun:</strong> its lines follow the new ones. Read
              them again before you sign.
            </>
          ) : (
            <>
              <strong>Newer rules are in use</strong> than those that this version was written by.
            </>
          )}
        </p>
      )}
      {plan.notKnown.length > 0 && (
        <p>
          <strong>Not shown to you, and so not counted here:</strong> {plan.notKnown.join('; ')}.
        </p>
      )}
      <div className="plan-ways">
        <nav ref={ways} aria-label="Ways to look at the plan" className="plan-views">
          {planViews
            .filter(({ key }) => key !== 'build' || ownOwner(viewer.role) === 'ONCOLOGY')
            .map(({ key, title: name }) => (
              <Link
                key={key}
                href={viewAddress(patientId, key)}
                className="tab"
                aria-current={view === key ? 'page' : undefined}
              >
                {name}
              </Link>
            ))}
          <Link href={copyAddress(patientId, spanish ? 'es' : 'en')} className="tab">
            Patient’s copy
          </Link>
        </nav>
        <details className="plan-about">
          <summary>Files, signature and rules</summary>
          <PlanFiles patientId={patientId} plan={plan} />
          {!stopped && <p>{text}</p>}
          <p className="small muted">
            Written {dayWords(plan.createdAt, zone)} by the rules “{plan.ruleSetVersion}”, a default that the cancer
            centre reviews{plan.hash && <>. Seal of this version: {plan.hash.slice(0, 12)}</>}.
          </p>
        </details>
      </div>
    </header>
  );
}
