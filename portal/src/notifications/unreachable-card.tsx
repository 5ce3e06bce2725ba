import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { Practice } from '#portal/notifications/practice.query.ts';
import { Card } from '#portal/ui/card.tsx';
import { dateWords, dayWords } from '#portal/ui/dates.ts';

type Unreachable = Practice['unreachable'][number];

const why: Record<Unreachable['state'], (day: string) => string> = {
  NONE: () => 'has no e-mail address in Portage',
  UNVERIFIED: (day) => `not confirmed since ${day}`,
  REJECTED: (day) => `refused mail on ${day}`,
  NOT_CONFIGURED: () => 'this installation sends no mail',
};

/** Whose mail does not arrive: they miss what waits for them until somebody mends it. */
export function UnreachableCard({ practice }: { practice: Practice }): ReactElement {
  const { unreachable, members, timeZone } = practice;
  return (
    <Card
      title="Not reached by mail"
      foot="Each person confirms or changes their own address in Portage, under Notifications."
    >
      {unreachable.length === 0 ? (
        <p>Everybody of the practice ({members.length}) has an address that works.</p>
      ) : (
        <ul className="rows">
          {unreachable.map(({ person, address, state, since, task }) => (
            <li key={person.id}>
              <p>
                <strong>{person.name}</strong>
                {address && `, ${address}`}: {why[state](since ? dayWords(since, timeZone) : 'a day not recorded')}.
              </p>
              {task ? (
                <p>
                  <Link href="/tasks?whose=practice">{task.title}</Link>, due {dateWords(task.dueOn)}
                </p>
              ) : (
                <p className="small muted">No message has waited for them yet, so no task was raised.</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
