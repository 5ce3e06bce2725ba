// S1 for conversations: every field of them, asked for by every role in every way to stand to one.
import { getNamedType, parse, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';
import { asking, schema, type Answer, type Ask } from './asking.ts';
import { figure } from './figure.ts';
import { openSeats, SeatWatch, type SeatCase } from './seats.ts';
import { fieldIsTold, keepsDraft, opens, QUOTED, reads, SEATS } from './seats-truth-table.ts';
import { everythingOf, pathsBelow, valuesAt, type FieldPath } from './surface.ts';
import { ROLE_READS } from './truth-table.ts';

let served: ServedClinic;
let ask: Ask;
let cases: SeatCase[];
let watch: SeatWatch;
beforeAll(async () => {
  served = await serveClinic();
  ask = asking(served.clinic);
  cases = await openSeats(served.clinic);
  watch = new SeatWatch(cases);
}, 120_000);
afterAll(() => served.close());

const query = schema.getQueryType()!;
const inside = (root: string) => everythingOf(getNamedType(query.getFields()[root]!.type));
const named = ({ role, seat }: SeatCase) => `${role} ${seat}`;

interface Root {
  readonly document: DocumentNode;
  /** Names from the root to the conversation, draft or item. */
  readonly to: readonly string[];
  readonly present: (one: SeatCase) => boolean;
  /** What is answered where it is not there. */
  readonly absent: 'NOT_FOUND' | 'nothing';
}

const ROOTS: Record<string, Root> = {
  thread: {
    document: parse(`query ($id: ID!) { thread(id: $id) { ${inside('thread')} } }`),
    to: ['thread'],
    present: opens,
    absent: 'NOT_FOUND',
  },
  threads: {
    // A page of fifty conversations with all of their messages would cost more than one query may.
    document: parse(`{ threads(first: 2) { ${inside('threads').replace('messages {', 'messages(first: 5) {')} } }`),
    to: ['threads', 'edges', 'node'],
    present: opens,
    absent: 'nothing',
  },
  drafts: {
    document: parse(`{ drafts { ${inside('drafts')} } }`),
    to: ['drafts'],
    present: keepsDraft,
    absent: 'nothing',
  },
};

const pathsOf = ({ to }: Root): FieldPath[] =>
  pathsBelow(schema, query, to[0]!).filter(
    ({ names }) => names.length > to.length && to.every((name, at) => names[at] === name),
  );

function outcomeOf(answer: Answer, names: readonly string[]): string {
  return answer.codes[0] ?? (valuesAt(answer.data, names).length > 0 ? 'told' : 'nothing');
}

const expectedOf = (one: SeatCase, root: Root, { names }: FieldPath): string => {
  if (!root.present(one)) return root.absent;
  return fieldIsTold(one, names.slice(root.to.length)) ? 'told' : 'nothing';
};

describe('every field × role × place in the conversation', { timeout: 240_000 }, () => {
  it.each(Object.entries(ROOTS))('of %s is told, or not, as the table says', async (name, root) => {
    const wrong: string[] = [];
    const paths = pathsOf(root);
    for (const one of cases) {
      const answer = await ask(
        one.token,
        root.document,
        root.document === ROOTS['thread']!.document ? { id: one.thread.id } : {},
      );
      for (const path of paths) {
        const [outcome, expected] = [outcomeOf(answer, path.names), expectedOf(one, root, path)];
        if (outcome !== expected) wrong.push(`${path.names.join('.')} ${named(one)}: ${outcome}, not ${expected}`);
      }
      wrong.push(...watch.leaksIn(answer, one).map((leak) => `${name} ${named(one)} ${leak}`));
    }
    figure(
      `S1 ${name}: ${paths.length} fields × ${Object.keys(ROLE_READS).length} roles × ${Object.keys(SEATS).length} places = ${paths.length * cases.length} cells, ${wrong.length} wrong`,
    );
    expect(wrong.slice(0, 40)).toEqual([]);
  });

  // What a query selects decides what its statement reads, so each field is also asked for alone.
  it('of thread alone is told, or not, like the whole', async () => {
    const kinds = ['oncologist writer', 'navigator stands-in', 'oncologist same-practice', 'integration participant'];
    const readers = cases.filter((one) => kinds.includes(named(one)));
    const wrong: string[] = [];
    const paths = pathsOf(ROOTS['thread']!);
    for (const path of paths) {
      const [, ...below] = path.names;
      const alone = below.reduceRight(
        (rest, name) => `${name} ${rest && `{ ${rest} }`}`,
        path.holds ? '__typename' : '',
      );
      const document = parse(`query ($id: ID!) { thread(id: $id) { ${alone} } }`);
      for (const one of readers) {
        const answer = await ask(one.token, document, { id: one.thread.id });
        const [outcome, expected] = [outcomeOf(answer, path.names), expectedOf(one, ROOTS['thread']!, path)];
        if (outcome !== expected) wrong.push(`${path.names.join('.')} ${named(one)}: ${outcome}, not ${expected}`);
        wrong.push(...watch.leaksIn(answer, one).map((leak) => `${path.names.join('.')} ${named(one)} ${leak}`));
      }
    }
    figure(
      `S1 thread, alone: ${paths.length} fields × ${readers.length} kinds of reader = ${paths.length * readers.length} cells, ${wrong.length} wrong`,
    );
    expect(wrong.slice(0, 40)).toEqual([]);
  });

  it('tells of each piece of the record that is quoted what its own section gives', async () => {
    const wrong: string[] = [];
    const told = (from: unknown) => from as { kind: keyof typeof QUOTED; title: string | null }[];
    for (const one of cases.filter(opens)) {
      const { data } = await ask(one.token, ROOTS['thread']!.document, { id: one.thread.id });
      const { messages, draft } = data!['thread'] as {
        messages: { edges: { node: { references: unknown[] } }[] };
        draft: { references: unknown };
      };
      const references = [...messages.edges.flatMap(({ node }) => told(node.references)), ...told(draft.references)];
      if (references.length !== 2 * Object.keys(QUOTED).length)
        wrong.push(`${named(one)}: ${references.length} quoted`);
      for (const { kind, title } of references)
        if ((title !== null) !== reads(one, QUOTED[kind])) wrong.push(`${named(one)} ${kind}: ${title}`);
    }
    expect(wrong.slice(0, 40)).toEqual([]);
  });

  it('counts as unread, shows on home and finds by words what is there, and nothing else', async () => {
    const wrong: string[] = [];
    const home = parse(`{ viewer { unreadCount } home { ${inside('home')} } }`);
    const found = parse(
      `query ($words: String!, $patient: ID!) {
        words: threads(filter: { search: $words }) { edges { node { id } } }
        patient: threads(filter: { patientId: $patient }) { edges { node { id } } }
        unread: threads(filter: { unread: true }) { edges { node { id } } }
        drafts(patientId: $patient) { threadId } }`,
    );
    interface Item {
      kind: string;
      threadId: string | null;
      patient: unknown;
      title: string;
    }
    let shown = 0;
    for (const one of cases) {
      const answer = await ask(one.token, home);
      const { asksYou } = answer.data!['home'] as { asksYou: Item[] };
      const items = asksYou.filter(({ kind }) => kind === 'MESSAGE');
      const count = Number(opens(one));
      shown += count;
      if ((answer.data!['viewer'] as { unreadCount: number }).unreadCount !== count) wrong.push(`${named(one)} unread`);
      if (items.map(({ threadId }) => threadId).join() !== (opens(one) ? one.thread.id : ''))
        wrong.push(`${named(one)} home`);
      if (items.some(({ patient }) => (patient !== null) !== reads(one, 'demographics')))
        wrong.push(`${named(one)} names`);
      const search = await ask(one.token, found, { words: 'blood count', patient: one.patient.id });
      for (const list of ['words', 'patient', 'unread']) {
        const { edges } = search.data![list] as { edges: { node: { id: string } }[] };
        if (edges.map(({ node }) => node.id).join() !== (opens(one) ? one.thread.id : ''))
          wrong.push(`${named(one)} ${list}`);
      }
      if ((search.data!['drafts'] as unknown[]).length !== Number(keepsDraft(one))) wrong.push(`${named(one)} drafts`);
      wrong.push(
        ...[answer, search].flatMap((one_) => watch.leaksIn(one_, one)).map((leak) => `home ${named(one)} ${leak}`),
      );
    }
    figure(`S1 home, unread and search: ${cases.length} readers, ${shown} conversations, ${wrong.length} wrong`);
    expect(wrong.slice(0, 40)).toEqual([]);
  });

  it('gives files to whom it gives the message, and to whoever uploaded them', async () => {
    const wrong: string[] = [];
    let asked = 0;
    const caller = served.caller();
    await served.admit(cases[0]!.reader);
    await caller.signIn(cases[0]!.reader.email, PASSWORD);
    const [cookie] = caller.jar.keys();
    for (const one of cases) {
      caller.jar.set(cookie!, one.token);
      const { sent, undoable, draft, foreign } = one.thread.files;
      for (const [id, may] of [
        [sent, opens(one)],
        [undoable, opens(one) && one.seat === 'writer'],
        [draft, true],
        [foreign, false],
      ] as const) {
        const { status, text } = await caller.fetch(`/attachments/${id}`);
        asked++;
        if (status !== (may ? 200 : 404)) wrong.push(`${named(one)}: ${status}`);
        if (text.includes(one.patient.canary) !== may) wrong.push(`${named(one)}: ${text.slice(0, 80)}`);
      }
    }
    figure(`S1 GET /attachments/:id: ${asked} files asked for, ${wrong.length} wrong`);
    expect(wrong.slice(0, 40)).toEqual([]);
  });
});

describe('whoever would change a conversation', { timeout: 120_000 }, () => {
  const CHANGES: Record<string, { change: (one: SeatCase) => string; finds: (one: SeatCase) => boolean }> = {
    undoSend: {
      change: ({ thread }) => `undoSend(messageId: "${thread.messages.undoable}")`,
      finds: (one) => opens(one) && one.seat === 'writer',
    },
    saveDraft: {
      change: ({ thread }) => `saveDraft(input: { threadId: "${thread.id}", version: 9, body: "Mine" })`,
      finds: opens,
    },
    sendMessage: {
      change: ({ thread }) =>
        `sendMessage(input: { threadId: "${thread.id}", idempotencyKey: "of-every-seat", body: " " })`,
      finds: opens,
    },
    addParticipant: {
      change: ({ thread }) => `addParticipant(threadId: "${thread.id}", personId: "${thread.id}")`,
      finds: opens,
    },
    markThreadRead: {
      change: ({ thread }) => `markThreadRead(id: "${thread.id}", until: "2099-01-01T00:00:00Z")`,
      finds: opens,
    },
    closeThread: { change: ({ thread }) => `closeThread(id: "${thread.id}")`, finds: opens },
  };
  const TABLES = ['thread', 'thread_seat', 'thread_participant', 'message', 'message_delivery', 'draft'];

  /** All rows of the conversation and of the drafts about its patient, as one text. */
  async function rowsOf({ thread, patient }: SeatCase): Promise<string> {
    const rows = TABLES.map((table) => `select '${table}', to_jsonb(x)::text as row from ${table} x`).join(
      ' union all ',
    );
    const found = await served.clinic.behindTheWall(
      `select * from (${rows}) x where x.row like '%' || $1 || '%' or x.row like '%' || $2 || '%' order by 1, 2`,
      [thread.id, patient.id],
    );
    return JSON.stringify(found);
  }

  it.each(Object.entries(CHANGES))(
    'by %s finds it where it is theirs, and changes nothing else',
    async (name, { change, finds }) => {
      const everything = everythingOf(getNamedType(schema.getMutationType()!.getFields()[name]!.type));
      const wrong: string[] = [];
      for (const one of cases) {
        const before = finds(one) ? '' : await rowsOf(one);
        const answer = await ask(one.token, parse(`mutation { ${change(one)} { ${everything} } }`));
        const [outcome, expected] = [answer.codes[0] ?? 'told', finds(one) ? 'told' : 'NOT_FOUND'];
        if (outcome !== expected) wrong.push(`${named(one)}: ${outcome}, not ${expected}`);
        if (!finds(one) && (await rowsOf(one)) !== before) wrong.push(`${named(one)}: something was changed`);
        wrong.push(...watch.leaksIn(answer, one).map((leak) => `${named(one)} ${leak}`));
      }
      figure(`S1 ${name}: ${cases.length} roles and places, ${wrong.length} wrong`);
      expect(wrong.slice(0, 40)).toEqual([]);
    },
  );
});
