import { useEffect, useState, type ReactElement } from 'react';
import { lazyPage } from '#portal/app/lazy-page.tsx';
import { useKeys } from '#portal/app/keys.ts';
import type { LineEditorProps } from '#portal/survivorship/builder/line-editor.tsx';
import { applies, byUrgency } from '#portal/survivorship/line-groups.ts';
import { moveToLine } from '#portal/survivorship/move-to-line.ts';
import { lineAnchor } from '#portal/survivorship/plan-views.ts';
import { LineRow } from '#portal/survivorship/line-row.tsx';
import type { Plan, PlanLine } from '#portal/survivorship/plan.query.ts';
import { lineCount, ownerWords } from '#portal/survivorship/words.ts';
import { Card } from '#portal/ui/card.tsx';

interface Props {
  plan: Plan;
  /** The line that is being corrected. */
  editing: string | null;
  edit: (lineId: string | null) => void;
}

const editor = lazyPage<LineEditorProps>(
  async () => (await import('#portal/survivorship/builder/line-editor.tsx')).LineEditor,
  'the form',
);

/** Every line of the plan by kind, each of which can be corrected. */
export function BuiltLines({ plan, editing, edit }: Props): ReactElement {
  useEffect(() => editor.fetchEarly(), []);
  const [returnTo, setReturnTo] = useState<string | null>(null);
  // Back on the line once its form is gone, or the keyboard would start at the top again.
  useEffect(() => {
    if (editing === null && returnTo !== null)
      document.querySelector<HTMLElement>(`#${CSS.escape(lineAnchor(returnTo))} .plan-correct`)?.focus();
  }, [editing, returnTo]);
  // The form closes once the plan has been read anew: one that is opened before that would begin with what was.
  const [storedAt, setStoredAt] = useState<number | null>(null);
  useEffect(() => {
    if (storedAt === null || storedAt === plan.revision) return;
    setStoredAt(null);
    setReturnTo(editing);
    edit(null);
  }, [storedAt, plan.revision, editing, edit]);
  useKeys({ j: () => moveToLine(1), k: () => moveToLine(-1) });

  const row = (line: PlanLine): ReactElement => (
    <LineRow
      key={line.id}
      line={line}
      judged
      below={
        editing === line.id && (
          <editor.Page
            line={line}
            patientId={plan.patient.id}
            revision={plan.revision}
            isStored={storedAt === plan.revision}
            stored={() => setStoredAt(plan.revision)}
            close={() => {
              setReturnTo(line.id);
              edit(null);
            }}
          />
        )
      }
    >
      <OwnerAndCorrect line={line} mayCorrect={plan.mayEdit && editing !== line.id} edit={edit} />
    </LineRow>
  );
  const others = plan.lines.filter((line) => !applies(line)).toSorted(byUrgency);
  return (
    <Card title="The plan, line by line">
      {plan.mayEdit && (
        <p className="small muted">Keys: j and k go from line to line, Enter corrects one; s goes to the signature.</p>
      )}
      {byKind(plan.lines).map(([kind, lines]) => (
        <section key={kind} aria-label={kindTitles[kind]} className="plan-kind">
          <h3 className="plan-kind-title">{kindTitles[kind]}</h3>
          <ul className="rows">{lines.map(row)}</ul>
        </section>
      ))}
      {others.length > 0 && (
        <details className="fold">
          <summary>Looked at and does not apply: {lineCount(others.length)}</summary>
          <ul className="rows">{others.map(row)}</ul>
        </details>
      )}
    </Card>
  );
}

interface OwnerProps {
  line: PlanLine;
  mayCorrect: boolean;
  edit: (lineId: string) => void;
}

function OwnerAndCorrect({ line: { id, title, owner, advice }, mayCorrect, edit }: OwnerProps): ReactElement | null {
  if (advice) return null;
  return (
    <p className="plan-owner">
      {owner === 'NOBODY' ? (
        <strong className="plan-nobody">Nobody yet: choose an owner before you sign</strong>
      ) : (
        <>
          Owner: <strong>{ownerWords[owner]}</strong>
        </>
      )}
      {mayCorrect && (
        <button type="button" className="button plan-correct" aria-label={`Correct ${title}`} onClick={() => edit(id)}>
          Correct
        </button>
      )}
    </p>
  );
}

type Kind = PlanLine['kind'];

const kindTitles: Record<Kind, string> = {
  ONGOING_THERAPY: 'Ongoing therapy',
  SURVEILLANCE: 'Watching for a return of the cancer',
  LATE_EFFECT: 'Late effects of treatment',
  SCREENING: 'Screening for other cancers',
  HEART_HEALTH: 'Heart',
  BONE_HEALTH: 'Bones',
  IMMUNISATION: 'Immunisation',
  COMORBIDITY: 'Other illnesses',
  PSYCHOSOCIAL: 'Mood, body and relations',
  WORK_FINANCE: 'Work and money',
  HEALTH_PROMOTION: 'Living',
  ADVISED_AGAINST: 'Advised against',
};

function byKind(lines: readonly PlanLine[]): [Kind, PlanLine[]][] {
  return (Object.keys(kindTitles) as Kind[]).flatMap((kind) => {
    const found = lines.filter((line) => line.kind === kind && applies(line)).toSorted(byUrgency);
    return found.length === 0 ? [] : [[kind, found] satisfies [Kind, PlanLine[]]];
  });
}
