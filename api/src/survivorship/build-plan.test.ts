import { describe, expect, it, test } from 'vitest';
import { figure } from '#test/access/figure.ts';
import { CASES, type Case } from '#test/survivorship/cases.ts';
import { done, PEOPLE } from '#test/survivorship/people.ts';
import { buildPlan } from './build-plan.ts';
import type { Asked } from './plan.ts';
import { OWN_RULES } from './data/rule-set.ts';

const NOON = 'T12:00:00Z';

const isAsking = (event: string) => event.trim().startsWith('asked ');

/** "asked 2024-02-01": a signed plan has asked primary care for this line since then. */
const askedSince = (events: readonly string[], key: string): Asked[] =>
  events.filter(isAsking).map((event) => ({ key, owner: 'primary-care', askedOn: event.trim().slice(6) }));

function lineOf({ who, rule, today, done: events }: Case) {
  const facts = PEOPLE[who];
  if (facts === undefined) throw new Error(`nobody is called "${who}"`);
  const asked = askedSince(events, rule);
  const plan = buildPlan({
    rules: OWN_RULES,
    facts,
    history: events
      .filter((event) => !isAsking(event))
      .map(done)
      .toSorted((a, b) => a.on.localeCompare(b.on)),
    decisions: [],
    asked,
    now: new Date(`${today}${NOON}`),
    zone: 'America/Denver',
  });
  return plan.lines.find(({ key }) => key === rule);
}

describe('a follow-up plan, case by case', () => {
  test('has at least 150 cases, and each rule of ours in one of them', () => {
    figure(`schedule engine: ${CASES.length} cases, ${OWN_RULES.rules.length} rules`);
    expect(CASES.length).toBeGreaterThanOrEqual(150);
    const named = new Set(CASES.map(({ rule }) => rule));
    expect(OWN_RULES.rules.map(({ key }) => key).filter((key) => !named.has(key))).toEqual([]);
  });

  it.each(
    CASES.map((one) => [`${one.who}: ${one.rule} on ${one.today} after ${one.done.join() || 'nothing'}`, one] as const),
  )('%s', (_, one) => {
    const line = lineOf(one);
    expect([line?.state ?? 'absent', line?.nextDue ?? null]).toEqual([one.state, one.by]);
  });
});
