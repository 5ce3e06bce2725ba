import { fill, runAsSession, type EnteredSession } from '#api/database/index.ts';
import { ACTIONS, type Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { requireToken } from '#api/graphql/context.ts';
import { NotFoundError, UnauthenticatedError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { Chart, type ChartAnswer } from './chart.ts';
import { accessLogKey, accessLogLimit, resultsArguments } from './results-arguments.ts';
import type { DueShape } from './due-page.ts';
import type { RowSetName } from './row-sets.ts';
import type { SelectedSection } from './selection.ts';
import { sections } from './sections.ts';
import { chartStatement, type ChartShape } from './statement.ts';

/** One patient's chart, with the sections that a query selects. */
export interface ChartOfOne {
  readonly patientId: string;
  readonly selected: readonly SelectedSection[];
}

/**
 * Reads one patient's chart and audits it, in one statement.
 * @throws {NotFoundError} alike when the patient is absent and when the reader may not know of them.
 */
export async function readChart(context: RequestContext, { patientId, selected }: ChartOfOne): Promise<Chart> {
  const { ofOne, values } = askedBy(selected);
  const { answer, session } = await run(context, 'patient:read', ofOne, { ...values, patientId });
  const [patient] = answer.patients;
  if (patient === undefined) throw new NotFoundError();
  const chart = new Chart(answer, session, patient);
  if (!chart.allows('patient:read')) throw new NotFoundError();
  return chart;
}

/**
 * Reads whole row sets of one patient, and audits that under an action of its own, in one statement.
 * @param values what fills the holes of these row sets; `detail` is for the audit, and no reader of it is shown that
 * @throws {NotFoundError} alike when the patient is absent and when the reader may not know of them.
 * @throws {ForbiddenError} when the reader may see the patient but not do this.
 */
export async function readRows(
  context: RequestContext,
  action: Action,
  patientId: string,
  sets: readonly RowSetName[],
  values: Record<string, unknown> = {},
): Promise<Chart> {
  const shape: ChartShape = { page: 'one', ...wholeSets(sets) };
  const { answer, session } = await run(context, action, shape, { ...NO_SECTIONS, ...values, patientId });
  const [patient] = answer.patients;
  if (patient === undefined) throw new NotFoundError();
  return new Chart(answer, session, patient).require(action);
}

/** A page of the reader's panel. `search` holds lower-case words, or a birth date. */
export interface Panel {
  readonly limit: number;
  /** Id of the last patient of the page before: a name in a cursor would be a patient fact in a log. */
  readonly after: string | undefined;
  readonly search: { readonly words: readonly string[] } | { readonly birthDate: string };
  readonly selected: readonly SelectedSection[];
}

/** Reads a page of the patients that the reader may read, by name, and audits each of them, in one statement. */
export async function readPanel(
  context: RequestContext,
  panel: Panel,
): Promise<{ charts: Chart[]; total: number; more: boolean }> {
  const words = 'words' in panel.search ? panel.search.words : [];
  const birthDate = 'birthDate' in panel.search ? panel.search.birthDate : undefined;
  const { ofOne, values } = askedBy(panel.selected);
  const { answer, session } = await run(
    context,
    'patient:list',
    { ...ofOne, page: { words: words.length, birthDate: birthDate !== undefined, after: panel.after !== undefined } },
    {
      ...values,
      limit: panel.limit,
      birthDate,
      afterId: panel.after,
      ...Object.fromEntries(words.map((word, index) => [`word${index}`, word])),
    },
  );
  const charts = answer.patients
    .map((patient) => new Chart(answer, session, patient))
    .filter((chart) => chart.allows('patient:read'));
  return { charts, total: answer.total ?? charts.length, more: answer.more };
}

/** A page of the lines of follow-up plans that are due. */
export interface DuePage extends DueShape {
  /** Lines at least, while there are more: a page ends with the last line of a patient. */
  readonly limit: number;
  /** The last patient of the page before, and the stored day that was their place. */
  readonly after: { readonly on: string; readonly id: string } | null;
  readonly owner: string | null;
  /** Days ahead of today. */
  readonly within: number;
}

/** Reads a page of what is due, with the row sets that tell what was done since, in one audited statement. */
export async function readDue(
  context: RequestContext,
  page: DuePage,
  sets: readonly RowSetName[],
): Promise<{ charts: Chart[]; total: number; more: boolean }> {
  const shape: ChartShape = { page: { due: page.due }, ...wholeSets([...sets, 'dueLines']) };
  const { limit, after, owner, within } = page;
  const filled = { ...NO_SECTIONS, limit, owner, within, afterOn: after?.on, afterId: after?.id };
  const { answer, session } = await run(context, 'care-plan:list', shape, filled);
  const charts = answer.patients
    .map((patient) => new Chart(answer, session, patient))
    .filter((chart) => chart.allows('care-plan:read'));
  return { charts, total: answer.total ?? 0, more: answer.more };
}

/** Row sets read as they are, without sections of the patient's page. */
const wholeSets = (sets: readonly RowSetName[]): Omit<ChartShape, 'page'> => ({
  sets: [...sets].sort(),
  results: [],
  series: false,
  changes: false,
  accessLogs: [],
});
const NO_SECTIONS = { sections: [], demanded: [], needs: [] };

async function run(
  context: RequestContext,
  action: Action,
  shape: ChartShape,
  values: Record<string, unknown>,
): Promise<{ answer: ChartAnswer; session: EnteredSession }> {
  const token = requireToken(context);
  const composed = chartStatement(shape);
  const statement = fill(composed, { detail: null, ...values, requestId: context.requestId, action });
  const { session, rows } = await runAsSession<{ chart: ChartAnswer }>(context.pool, token, statement);
  const answer = rows[0]?.chart;
  if (session === undefined || answer === undefined) throw new UnauthenticatedError();
  for (const [list, maker] of composed.makers) answer[list] = (answer[list] as unknown[][]).map(maker);
  return { answer, session };
}

/** What a selection makes the statement read, and the values of its holes. */
interface Asked {
  readonly ofOne: ChartShape;
  readonly values: Readonly<Record<string, unknown>>;
}

// The same selection is the same array, for as long as its operation is kept.
const asked = new WeakMap<readonly SelectedSection[], Asked>();

function askedBy(selected: readonly SelectedSection[]): Asked {
  let known = asked.get(selected);
  if (known === undefined) asked.set(selected, (known = readAsked(selected)));
  return known;
}

function readAsked(selected: readonly SelectedSection[]): Asked {
  const sets = new Set<RowSetName>(selected.flatMap(({ name }) => [...sections[name].sets]));
  const opened = selected.filter(({ name, fields }) => name === 'documents' && fields.has('items.text'));
  if (opened.length > 0) sets.add('documentTexts');
  const results = selected.filter(({ name }) => name === 'results').map(resultsArguments);
  const logs = selected.filter(({ name }) => name === 'accessLog');
  return {
    ofOne: {
      page: 'one',
      sets: [...sets].sort(),
      results: results.map(({ shape }) => shape),
      series: selected.some(({ name }) => name === 'resultFamilies'),
      changes: selected.some(
        ({ name, fields }) =>
          name === 'headline' && (fields.has('lastChangeAt') || fields.has('changesSincePreviousSignIn')),
      ),
      accessLogs: logs.map(({ key }) => accessLogKey(key)),
    },
    values: {
      ...Object.assign({}, ...results.map(({ values }) => values)),
      ...Object.fromEntries(logs.map((log) => [`${accessLogKey(log.key)}.limit`, accessLogLimit(log)])),
      documentIds: documentIds(opened),
      sections: [...new Set(selected.map(({ name }) => name))].sort(),
      ...demandsOf(selected),
    },
  };
}

/** The documents whose texts are asked for; null for all of them. */
function documentIds(opened: readonly SelectedSection[]): string[] | null {
  const ids = opened.map((section) => section.arguments['id'] as string | null | undefined);
  return ids.some((id) => id == null) ? null : ids.filter((id) => id != null).filter(isUuid);
}

/** The scopes that each section demands, pair by pair. A headline that is not open is null and no refusal. */
function demandsOf(selected: readonly SelectedSection[]): { demanded: string[]; needs: string[] } {
  const pairs = selected
    .filter(({ name }) => name !== 'headline')
    .flatMap(({ name }) => ACTIONS[sections[name].action].needs.map((need) => [name, need] as const));
  return { demanded: pairs.map(([name]) => name), needs: pairs.map(([, need]) => need) };
}
