import { useEffect, type ReactElement } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { announce } from '#portal/app/announce.ts';
import { useNews } from '#portal/app/live.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { useMorePages } from '#portal/app/use-more-pages.ts';
import { usePage } from '#portal/app/use-page.ts';
import { tasksQuery, type TaskPage } from '#portal/tasks/task-list.query.ts';
import {
  readTaskList,
  showWords,
  taskListAddress,
  taskListVariables,
  whoseWords,
  type Show,
  type TaskListState,
  type Whose,
} from '#portal/tasks/task-list-state.ts';
import { TaskList } from '#portal/tasks/task-list.tsx';
import { ListFoot } from '#portal/ui/list-foot.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { Note } from '#portal/ui/note.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';
import '#portal/tasks/tasks-page.css';

/** Every task that the reader may see: theirs, their practice's, and what they asked of others. */
export function TasksPage(): ReactElement {
  usePage('Tasks');
  const { viewer } = useSession();
  const state = readTaskList(useSearch());
  const variables = taskListVariables(state);
  const { data, receivedAt, loading, problems, again } = useKeptQuery(tasksQuery, variables);
  useNews(['TASK'], again);
  const [problem] = problems;
  const page = data?.tasks;
  const total = page?.totalCount;
  useEffect(() => {
    if (total !== undefined) announce(`${total} ${total === 1 ? 'task' : 'tasks'}`);
  }, [total, state.whose, state.show]);
  return (
    <div className="tasks-page">
      <div className="tasks-head">
        <h1>Tasks</h1>
        {viewer.scopes.includes('TASKS') && (
          <Link href="/tasks/new" className="button button-primary">
            Ask for a task
          </Link>
        )}
      </div>
      <Filters state={state} />
      {problem && page && receivedAt !== null && (
        <StaleNote problem={problem} receivedAt={receivedAt} timeZone={viewer.organization.timeZone} again={again} />
      )}
      {page ? (
        <Pages key={JSON.stringify(variables)} first={page} state={state} changed={again} />
      ) : problem && !loading ? (
        <ProblemNote problem={problem} what="the tasks" again={again} />
      ) : (
        <Loading what="the tasks" lines={12} />
      )}
    </div>
  );
}

function Filters({ state }: { state: TaskListState }): ReactElement {
  const [, go] = useLocation();
  const show = (part: Partial<TaskListState>): void => go(taskListAddress({ ...state, ...part }), { replace: true });
  return (
    <form className="tasks-filters" aria-label="Filters">
      <div className="field">
        <label htmlFor="tasks-whose">Whose</label>
        <select
          id="tasks-whose"
          className="input"
          value={state.whose}
          onChange={({ target }) => show({ whose: target.value as Whose })}
        >
          {Object.entries(whoseWords).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="tasks-show">Which</label>
        <select
          id="tasks-show"
          className="input"
          value={state.show}
          onChange={({ target }) => show({ show: target.value as Show })}
        >
          {Object.entries(showWords).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}

const whyEmpty: Record<Show, string> = {
  open: 'Nothing here is open. What is asked for stands here until somebody answers; nothing leaves it by itself.',
  overdue: 'Nothing here is overdue.',
  declined: 'Nothing here was declined and waits to be settled.',
  closed: 'Nothing here was closed yet.',
};

interface PagesProps {
  first: TaskPage;
  state: TaskListState;
  changed: () => void;
}

function Pages({ first, state, changed }: PagesProps): ReactElement {
  const pages = useMorePages(
    first,
    { query: tasksQuery, variables: taskListVariables(state), of: ({ tasks }) => tasks },
    (count) => `${count} of ${first.totalCount} are shown`,
  );
  // What an answer changes may stand on a later page, which only the first would not show.
  const answered = (): void => {
    pages.startAgain();
    changed();
  };

  if (pages.nodes.length === 0) return <Note title={whyEmpty[state.show]} />;
  return (
    <>
      <TaskList tasks={pages.nodes} changed={answered} />
      <ListFoot pages={pages} what="the rest of the tasks">
        {pages.nodes.length} of {first.totalCount}
      </ListFoot>
    </>
  );
}
