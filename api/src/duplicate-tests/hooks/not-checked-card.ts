import { randomUUID } from 'node:crypto';
import type { Judgement } from '../judgement.ts';
import { listOf, SOURCE, summaryOf } from './card-text.ts';
import { isNoTest, wordsOf, type DraftOrder } from './hook-request.ts';

const ORDERS_NAMED = 5;
const NEAREST_NAMED = 3;

export interface JudgedOrder {
  readonly order: DraftOrder;
  readonly judgement: Judgement;
}

/**
 * One card for all draft orders that no family answers to: without a word of them, an EHR would show nothing, and
 * nothing reads as "not done before". None for what the EHR itself says is no test.
 */
export function notCheckedCard(judged: readonly JudgedOrder[], patientUrl: string) {
  const unknown = judged.filter(({ order, judgement }) => judgement.family === undefined && !isNoTest(order));
  const [first] = unknown;
  if (first === undefined) return undefined;
  const which = unknown.length === 1 ? `“${wordsOf(first.order)}”` : `${unknown.length} of these orders`;
  const rest = unknown.length - ORDERS_NAMED;
  return {
    uuid: randomUUID(),
    summary: summaryOf(`Not checked for duplicates: Portage does not know ${which}`),
    detail: listOf([
      ...unknown.slice(0, ORDERS_NAMED).map(({ order, judgement }) => `“${wordsOf(order)}”: ${mayBe(judgement)}`),
      ...(rest > 0 ? [`${rest} more`] : []),
      'Whether they were done before was not looked up. In Portage you can ask by another name.',
    ]),
    indicator: 'info',
    source: SOURCE,
    links: [{ label: 'Ask in Portage', url: patientUrl, type: 'absolute' }],
  };
}

function mayBe({ nearest }: Judgement): string {
  const names = nearest.slice(0, NEAREST_NAMED).map(({ name }) => name);
  return names.length > 0 ? `it may be ${names.join(', or ')}` : 'no test has a name like it';
}
