import type { RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError, NotFoundError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { dayIn, momentOfDay } from './calendar.ts';
import type { DuplicateTestInput } from './duplicate-tests.inputs.ts';
import type { DuplicateTestCheck } from './duplicate-tests.types.ts';
import { checkView } from './duplicate-tests.view.ts';
import { judge } from './judge.ts';
import { readHistory, type Knowledge } from './read-history.ts';
import type { TestName } from './recognize.ts';

const BASKET_LIMIT = 20;
const TEXT_LIMIT = 200;

/**
 * Checks tests of one patient, all in one statement.
 * @throws {BadUserInputError} when nothing, too much or more than one patient is asked about.
 */
export async function checkTests(
  context: RequestContext,
  inputs: readonly DuplicateTestInput[],
  knowledge: Knowledge,
): Promise<DuplicateTestCheck[]> {
  const [first] = inputs;
  if (first === undefined || inputs.length > BASKET_LIMIT)
    throw new BadUserInputError(`a basket holds 1 to ${BASKET_LIMIT} tests`);
  if (inputs.some(({ patientId }) => patientId !== first.patientId))
    throw new BadUserInputError('a basket is of one patient');
  if (!isUuid(first.patientId)) throw new NotFoundError();
  const names = inputs.map(nameOf);
  const { chart, history } = await readHistory(context, first.patientId, names, knowledge);
  const { catalogue } = knowledge;
  return inputs.map((input, index) => {
    const { on, situation, side, contrast } = input;
    const query = {
      name: names[index] ?? {},
      on: on == null || on === dayIn(chart.now, chart.zone) ? chart.now : momentOfDay(on),
      situation,
      laterality: side ?? undefined,
      contrast: contrast ?? undefined,
    };
    return checkView(judge(query, history, catalogue, chart.now), first.patientId, catalogue, chart.zone);
  });
}

function nameOf({ system, code, test }: DuplicateTestInput): TestName {
  const texts = [system, code, test].map((text) => text?.trim() ?? '');
  if (texts[1] === '' && texts[2] === '') throw new BadUserInputError('say the test by name or code');
  if (texts.some((text) => text.length > TEXT_LIMIT))
    throw new BadUserInputError(`a name or code has at most ${TEXT_LIMIT} characters`);
  return { system: texts[0] || null, code: texts[1] || null, text: texts[2] || null };
}
