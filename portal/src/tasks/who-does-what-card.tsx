import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useNews } from '#portal/app/live.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { patientTasksQuery, type Task } from '#portal/tasks/task.query.ts';
import { TaskRow } from '#portal/tasks/task-row.tsx';
import { isOpen, sideOf } from '#portal/tasks/words.ts';
import { Card } from '#portal/ui/card.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

/** Who was asked to do what for this patient: the reader, others by name, and what nobody has taken on. */
export function WhoDoesWhatCard({ patientId }: { patientId: string }): ReactElement {
  const { data, loading, problems, again } = useKeptQuery(patientTasksQuery, { id: patientId });
  useNews(['TASK'], again);
  const [problem] = problems;
  const tasks = data?.patient.tasks;
  return (
    <Card title="Who does what" foot={<Link href={`/tasks/new?patient=${patientId}`}>Ask for a task</Link>}>
      {tasks ? (
        <Sides tasks={tasks} changed={again} />
      ) : problem && !loading ? (
        <ProblemNote problem={problem} what="the tasks of this patient" again={again} />
      ) : (
        <Loading what="the tasks" lines={3} />
      )}
    </Card>
  );
}

function Sides({ tasks, changed }: { tasks: readonly Task[]; changed: () => void }): ReactElement {
  const { viewer } = useSession();
  const open = tasks.filter((task) => isOpen(task) || task.status === 'REJECTED');
  const closed = tasks.length - open.length;
  const sides = [...Map.groupBy(open, (task) => sideOf(task, viewer.organization.id))].toSorted(
    ([one], [other]) => rank(one) - rank(other),
  );
  return (
    <>
      {sides.length === 0 && <p>Nobody has been asked to do anything for this patient that is still open.</p>}
      {sides.map(([side, own]) => (
        <section key={side} className="who-part" aria-label={side}>
          <p className="who-title">{side}</p>
          <ul className="rows">
            {own.map((task) => (
              <li key={task.id}>
                <TaskRow task={task} changed={changed} withPatient={false} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {closed > 0 && (
        <p className="small muted">
          {closed} {closed === 1 ? 'task is' : 'tasks are'} done or cancelled.
        </p>
      )}
    </>
  );
}

/** The reader first, what is nobody's last. */
const rank = (side: string): number => (side === 'You' ? 0 : side === 'Nobody yet' ? 2 : 1);
