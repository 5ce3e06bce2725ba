import { patientRefOf, type TaskEventRow, type TaskRow } from '#api/chart/index.ts';
import { factsOf, isOpen, isOwnedBy, taskOf, type Actor } from '#api/tasks/index.ts';
import type { ChangedRow, HomeAnswer, UnreadRow } from './home-rows.ts';
import type { Home, HomeItem, HomeItemKind } from './home.types.ts';

interface Tasks {
  readonly tasks: TaskRow[];
  readonly events: TaskEventRow[];
  readonly actor: Actor;
}

const ASKS: readonly HomeItemKind[] = ['task', 'question', 'declined'];

export function homeOf({ tasks, events, actor }: Tasks, { since, changed, unread }: HomeAnswer): Home {
  const ofTasks = tasks.map((row) => taskItem(row, events, actor));
  const ofThreads = unread.map(threadItem);
  const asking = (item: HomeItem) => ASKS.includes(item.kind);
  return {
    since,
    asksYou: [...ofTasks.filter(asking), ...ofThreads.filter((_, index) => asksFor(unread[index]))].toSorted(byDay),
    changes: [...changeItems(changed), ...ofTasks.filter(({ kind }) => kind === 'answered')].toSorted(byTime),
    forInformation: [
      ...ofTasks.filter(({ kind }) => kind === 'ageing'),
      ...ofThreads.filter((_, index) => !asksFor(unread[index])),
    ],
  };
}

const asksFor = (thread: UnreadRow | undefined): boolean => thread !== undefined && thread.intent !== 'inform';
/** What is urgent and has no day comes before what is due, all else without a day after it, newest first. */
const rank = ({ dueOn, urgent }: HomeItem): string => dueOn ?? (urgent ? '0' : '9');
const byDay = (one: HomeItem, other: HomeItem): number => rank(one).localeCompare(rank(other)) || byTime(one, other);
const byTime = (one: HomeItem, other: HomeItem): number => other.at.localeCompare(one.at);

function taskItem(row: TaskRow, events: readonly TaskEventRow[], actor: Actor): HomeItem {
  const task = taskOf(row, events, actor);
  const kind = taskKind(row, actor);
  return {
    id: `task:${row.id}`,
    kind,
    patient: task.patient,
    title: row.title,
    detail: kind === 'question' ? row.question : kind === 'declined' || kind === 'answered' ? row.reason : row.detail,
    urgent: row.priority === 'urgent',
    count: 1,
    at: row.updated_at,
    dueOn: row.due_on,
    task,
    threadId: null,
  };
}

/** What a task is to this viewer; what is theirs to do comes before what they asked of others. */
function taskKind(row: TaskRow, actor: Actor): HomeItemKind {
  if (isOpen(row.status) && isOwnedBy(factsOf(row), actor)) return 'task';
  if (row.question !== null) return 'question';
  if (row.status === 'rejected') return 'declined';
  return row.overdue ? 'ageing' : 'answered';
}

const threadItem = (row: UnreadRow): HomeItem => ({
  id: `thread:${row.id}`,
  kind: 'message',
  patient: row.patient && patientRefOf(row.patient),
  title: row.subject,
  detail: null,
  urgent: row.priority === 'urgent',
  count: 1,
  at: row.last_message_at,
  dueOn: null,
  task: null,
  threadId: row.id,
});

const TITLES: Record<ChangedRow['kind'], [one: string, many: string]> = {
  results: ['new result', 'new results'],
  documents: ['new document', 'new documents'],
  treatment: ['change of treatment', 'changes of treatment'],
};

/** One entry for each patient and kind. */
function changeItems(rows: readonly ChangedRow[]): HomeItem[] {
  const groups = Map.groupBy(rows, ({ patient_id, kind }) => `${kind}:${patient_id}`);
  return [...groups].flatMap(([id, news]) => {
    const [first] = news;
    if (first === undefined) return [];
    const [one, many] = TITLES[first.kind];
    return {
      id,
      kind: first.kind,
      patient: patientRefOf(first.patient),
      title: first.total === 1 ? `1 ${one}` : `${first.total} ${many}`,
      detail: news
        .map(({ words, flag }) => (flag === null ? words : `${words} (${flag.replace('-', ' ')})`))
        .join('; '),
      urgent: false,
      count: first.total,
      at: first.received_at,
      dueOn: null,
      task: null,
      threadId: null,
    };
  });
}
