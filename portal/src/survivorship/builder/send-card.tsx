import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { planRecipientsQuery } from '#portal/survivorship/builder/recipients.query.ts';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { sendMutation } from '#portal/survivorship/plan.mutation.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { Card } from '#portal/ui/card.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

interface Props {
  patientId: string;
  plan: Plan;
  /** It was signed a moment ago: the keyboard goes on here. */
  atOnce: boolean;
}

const focusOnce = (element: HTMLElement | null): void => element?.focus();

/** Sends a signed version to the physician who is to share the follow-up: to a person, not to a practice. */
export function SendCard({ patientId, plan: { version, facts }, atOnce }: Props): ReactElement {
  const { data, problems, loading, again } = useKeptQuery(planRecipientsQuery, { patientId });
  const { change, busy, ...failure } = usePlanChange();
  const [chosen, setChosen] = useState<string | null>(null);
  const field = useId();
  const [problem] = problems;
  const clinicians = (data?.recipients ?? []).filter(
    ({ person, mayRead }) => mayRead && person.role === 'COMMUNITY_CLINICIAN',
  );
  // Nobody is chosen by chance: the one whom the care team names, or whom the oncologist picks.
  const named = clinicians.find(({ person }) => facts.contacts.some(({ text }) => text.startsWith(`${person.name},`)));
  const recipientId = chosen ?? named?.person.id ?? '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (recipientId) void change(sendMutation, { input: { patientId, version, recipientId } }, 'The plan is sent');
  };
  return (
    <Card title="Send it" tone="accent">
      <p className="prose">
        Version {version} is signed and cannot change any more. Whom you send it to is told that a plan waits, and
        answers line by line.
      </p>
      {!data &&
        (problem && !loading ? (
          <ProblemNote problem={problem} what="the list of physicians" again={again} />
        ) : (
          <Loading what="physicians" lines={2} />
        ))}
      {data && clinicians.length === 0 && (
        <p>
          <strong>Nobody in the community may read this patient’s plan.</strong> Have access given to the physician
          first; then it can be sent.
        </p>
      )}
      {clinicians.length > 0 && (
        <form className="plan-close" onSubmit={submit}>
          <div className="field">
            <label htmlFor={field}>To</label>
            <select
              id={field}
              ref={atOnce ? focusOnce : undefined}
              className="input"
              value={recipientId}
              required
              onChange={({ target }) => setChosen(target.value)}
            >
              <option value="">Choose a physician</option>
              {clinicians.map(({ person: { id, name, organization }, usualReplyHours }) => (
                <option key={id} value={id}>
                  {name}
                  {organization && `, ${organization.name}`}
                  {id === named?.person.id && '; in the care team'}
                  {usualReplyHours !== null && `; usually answers within ${Math.ceil(usualReplyHours)} h`}
                </option>
              ))}
            </select>
          </div>
          <p>
            <button className="button button-primary" aria-disabled={busy}>
              Send the plan
            </button>
          </p>
        </form>
      )}
      <ChangeProblem {...failure} />
    </Card>
  );
}
