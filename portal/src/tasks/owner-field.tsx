import type { ReactElement } from 'react';
import { useSession, useTimeZone } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { mailTroubleWords } from '#portal/identity/mail-trouble.ts';
import { roleWords } from '#portal/identity/roles.ts';
import { LabelledField } from '#portal/ui/labelled-field.tsx';
import { keyOfPerson, postsOf, type Post } from '#portal/tasks/owner-choice.ts';
import { taskOwnersQuery, type OwnerTold } from '#portal/tasks/owners.query.ts';
import { dayWords, dueWords, isoDay } from '#portal/ui/dates.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

interface Props {
  patientId: string;
  id: string;
  label: string;
  value: string;
  fault: string | undefined;
  change: (key: string) => void;
  /** Key of who has it already, and is no choice. */
  except?: string | undefined;
}

/** Whom to ask, and what the asker wants to know of them before sending. */
export function OwnerField({ patientId, id, label, value, fault, change, except }: Props): ReactElement {
  const { viewer } = useSession();
  const { data, loading, problems, again } = useKeptQuery(taskOwnersQuery, { patientId });
  const [problem] = problems;
  if (!data) {
    return problem && !loading ? (
      <ProblemNote problem={problem} what="the list of who may be asked" again={again} />
    ) : (
      <Loading what="who may be asked" lines={2} />
    );
  }
  const people = data.recipients.filter(({ person }) => keyOfPerson(person.id) !== except);
  const posts = postsOf(data.recipients, viewer).filter(({ key }) => key !== except);
  return (
    <div className="owner">
      <LabelledField id={id} label={label} fault={fault}>
        {(given) => (
          <select {...given} className="input" value={value} onChange={({ target }) => change(target.value)}>
            <option value="">Choose who is to do it</option>
            <optgroup label="A person">
              {keyOfPerson(viewer.id) !== except && <option value={keyOfPerson(viewer.id)}>You, {viewer.name}</option>}
              {people.map(({ person }) => (
                <option key={person.id} value={keyOfPerson(person.id)}>
                  {person.name}, {placeOf(person)}
                </option>
              ))}
            </optgroup>
            {posts.length > 0 && (
              <optgroup label="Whoever takes it on first">
                {posts.map(({ key, role, organization }) => (
                  <option key={key} value={key}>
                    Any {roleWords[role].toLowerCase()}, {organization.name}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        )}
      </LabelledField>
      <Facts
        owner={people.find(({ person }) => keyOfPerson(person.id) === value)}
        post={posts.find(({ key }) => key === value)}
      />
    </div>
  );
}

function placeOf({ role, organization }: OwnerTold['person']): string {
  const words = [role && roleWords[role].toLowerCase(), organization?.name].filter(Boolean);
  return words.length > 0 ? words.join(', ') : 'no longer at a practice here';
}

function Facts({ owner, post }: { owner: OwnerTold | undefined; post: Post | undefined }): ReactElement | null {
  if (owner) return <PersonFacts owner={owner} />;
  if (!post) return null;
  const { holders, organization } = post;
  return (
    <div className="owner-facts" role="group" aria-label="Who is asked">
      <p className="small">
        {holders.length === 0
          ? `Your own colleagues at ${organization.name}; who takes it on has it.`
          : `The first to take it on has it: ${holders.map(({ person }) => person.name).join(', ')}.`}
      </p>
    </div>
  );
}

function PersonFacts({ owner }: { owner: OwnerTold }): ReactElement {
  const zone = useTimeZone();
  const { person, lastSeenAt, mailTrouble, cover } = owner;
  return (
    <div className="owner-facts" role="group" aria-label="Who is asked">
      <p className="small">
        <strong>{person.name}</strong>, {placeOf(person)}.{' '}
        {lastSeenAt ? `Last here ${dueWords(isoDay(lastSeenAt, zone), Date.now(), zone)}.` : 'Never signed in yet.'}
      </p>
      {cover && (
        <p className="small owner-away">
          Away from {dayWords(cover.from, zone)}
          {cover.until ? ` until ${dayWords(cover.until, zone)}` : ', no end is set'}: {cover.person.name} sees it for
          them.
        </p>
      )}
      {mailTrouble && <p className="small owner-away">{mailTroubleWords(mailTrouble)}</p>}
    </div>
  );
}
