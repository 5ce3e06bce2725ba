import type { ReactElement } from 'react';
import { useNews } from '#portal/app/live.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { usePage } from '#portal/app/use-page.ts';
import { PracticeForm } from '#portal/notifications/practice-form.tsx';
import { practiceQuery } from '#portal/notifications/practice.query.ts';
import { UnreachableCard } from '#portal/notifications/unreachable-card.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { Note } from '#portal/ui/note.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/notifications/notifications.css';

/** What the practice does when somebody is not reached, for who administers it. */
export function PracticePage(): ReactElement {
  usePage('Practice');
  const { viewer } = useSession();
  const { data, loading, problems, again } = useKeptQuery(practiceQuery, {});
  useNews(['TASK', 'CONTACT'], again);
  const [problem] = problems;
  const practice = data?.notifications.practice;
  return (
    <div className="notifications">
      <h1>{viewer.organization.name}</h1>
      {!practice && loading && <Loading what="the practice" lines={8} />}
      {!practice && problem && !loading && <ProblemNote problem={problem} what="the practice" again={again} />}
      {practice && !practice.mayChange && (
        <Note title="Its administrator sets how this practice is reached.">
          <p>Ask them to change who is told when nobody opens a message, or by which days and clock it works.</p>
        </Note>
      )}
      {practice?.mayChange && (
        <>
          <UnreachableCard practice={practice} />
          <PracticeForm practice={practice} changed={again} />
        </>
      )}
    </div>
  );
}
