import type { GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';
import { decodeCursor, isMoment } from '#api/graphql/cursor.ts';
import { BadUserInputError } from '#api/graphql/errors.ts';
import type { ThreadShape } from './thread-statement.ts';

const PAGE_LIMIT = 100;

/** What a query wants of each thread, as a statement's shape and the values of its holes. */
export interface ThreadSelection {
  readonly shape: Omit<ThreadShape, 'page'>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** @param path fields from the resolved one to Thread: `['edges', 'node']` for a list, none for `thread` itself */
export function threadSelection(info: GraphQLResolveInfo, path: readonly string[] = []): ThreadSelection {
  let trees = [parseResolveInfo(info) as ResolveTree];
  for (const field of path) trees = trees.flatMap(childrenOf).filter(({ name }) => name === field);
  const fields = trees.flatMap(childrenOf);
  const wants = (name: string) => fields.some((field) => field.name === name);
  const participants = fields.filter(({ name }) => name === 'participants').flatMap(childrenOf);
  const ofParticipants = (name: string) => participants.some((field) => field.name === name);
  const { kind, values } = messagesPage(fields.filter(({ name }) => name === 'messages'));
  return {
    shape: {
      messages: kind,
      oneMessage: false,
      participants: wants('participants') || wants('mayReply'),
      access: ofParticipants('mayRead') || wants('mayReply'),
      cover: ofParticipants('cover'),
      draft: wants('draft'),
      tasks: wants('tasks') || [...inside(fields)].some(({ name }) => name === 'task'),
    },
    values,
  };
}

function messagesPage(asked: readonly ResolveTree[]): {
  kind: ThreadShape['messages'];
  values: Record<string, unknown>;
} {
  const [first] = asked;
  if (first === undefined) return { kind: 'none', values: {} };
  if (asked.some(({ args }) => JSON.stringify(args) !== JSON.stringify(first.args)))
    throw new BadUserInputError('ask for one page of messages at a time');
  const { first: rows, after } = first.args as { first: number; after?: string | null };
  return {
    kind: after == null ? 'first' : 'after',
    values: { messages: pageSize(rows), messagesAfter: after == null ? undefined : momentOf(after) },
  };
}

/** @throws {BadUserInputError} when it is no size of a page. */
export function pageSize(first: number): number {
  if (first < 1 || first > PAGE_LIMIT) throw new BadUserInputError(`first must be from 1 to ${PAGE_LIMIT}`);
  return first;
}

function momentOf(cursor: string): string {
  const [moment = ''] = decodeCursor(cursor);
  if (!isMoment(moment)) throw new BadUserInputError('after is not a cursor of this list');
  return moment;
}

function* inside(trees: readonly ResolveTree[]): Generator<ResolveTree> {
  for (const tree of trees) {
    yield tree;
    yield* inside(childrenOf(tree));
  }
}

function childrenOf(tree: ResolveTree): ResolveTree[] {
  return Object.values(tree.fieldsByTypeName).flatMap((fields) => Object.values(fields));
}
