import type { ReactElement } from 'react';
import type { Plan } from '#portal/survivorship/plan.query.ts';

const files = [
  ['short-form.pdf', 'Two pages (PDF)'],
  ['full-form.pdf', 'All of it (PDF)'],
  ['note.txt', 'Text for a note'],
  ['care-plan.json', 'FHIR'],
] as const;

/** The version that is shown, to keep or to send on. Each copy is written into the access log. */
export function PlanFiles({ patientId, plan }: { patientId: string; plan: Plan }): ReactElement {
  return (
    <ul className="plan-files" aria-label="This version as a file">
      {files.map(([file, name]) => (
        <li key={file}>
          <a href={`/care-plans/${patientId}/${file}?version=${plan.version}`} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
