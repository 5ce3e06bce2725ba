import type { ReactElement } from 'react';
import { useNews } from '#portal/app/live.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { TaskActions } from '#portal/tasks/task-actions.tsx';
import { patientTasksQuery } from '#portal/tasks/task.query.ts';
import '#portal/tasks/tasks.css';

export interface AnswerProps {
  taskId: string;
  patientId: string;
}

/** Whoever is asked answers here; whoever asked steers it among the tasks, unless a question waits for them. */
export function RequestAnswer({ taskId, patientId }: AnswerProps): ReactElement | null {
  const { data, again } = useKeptQuery(patientTasksQuery, { id: patientId });
  useNews(['TASK'], again);
  const task = data?.patient.tasks?.find(({ id }) => id === taskId);
  if (!task) return null;
  const { question, mayRespond, mayDirect } = task;
  return (
    <>
      {question !== null && (
        <span>
          <strong>Question:</strong> {question}
        </span>
      )}
      {(mayRespond || (mayDirect && question !== null)) && <TaskActions task={task} changed={again} />}
    </>
  );
}
