import { useRef, useState, type ReactElement } from 'react';
import { useKeys } from '#portal/app/keys.ts';
import { useTimeZone } from '#portal/app/session.ts';
import { taskGroups } from '#portal/tasks/task-list-state.ts';
import type { Task } from '#portal/tasks/task.query.ts';
import { TaskRow } from '#portal/tasks/task-row.tsx';
import { isoDay } from '#portal/ui/dates.ts';

interface Props {
  tasks: readonly Task[];
  changed: () => void;
}

/** Tasks by when they are due. j and k walk over them; Enter opens the patient, and Tab goes on to the answers. */
export function TaskList({ tasks, changed }: Props): ReactElement {
  const zone = useTimeZone();
  const [today] = useState(() => isoDay(Date.now(), zone));
  const list = useRef<HTMLDivElement>(null);
  const move = (step: 1 | -1): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.task') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const row = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
    // A task of no patient opens nothing: its first answer is where to go on.
    row?.querySelector<HTMLElement>('.task-patient, .button')?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <div className="task-groups" ref={list}>
      {taskGroups(tasks, today).map(({ title, tasks: own }) => (
        <section key={title} className="card" aria-label={title}>
          <h2 className="card-title">
            {title} <span className="task-count">{own.length}</span>
          </h2>
          <ul className="rows">
            {own.map((task) => (
              <li key={task.id}>
                <TaskRow task={task} changed={changed} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
