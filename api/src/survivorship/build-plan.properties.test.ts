import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { done, PEOPLE, planInput } from '#test/survivorship/people.ts';
import { buildPlan, type PlanInput } from './build-plan.ts';
import { addDays } from './calendar.ts';
import { OWN_RULES } from './data/rule-set.ts';
import type { Day } from './calendar.ts';

const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2022-01-01', days));
const KEYS = [...new Set(OWN_RULES.rules.flatMap(({ doneBy }) => doneBy.flatMap(({ keys }) => keys)))];
const event = fc.tuple(fc.constantFrom(...KEYS, 'ct-chest+ct-abdomen'), day).map(([key, on]) => done(`${key} ${on}`));
const inOrder = (events: ReturnType<typeof done>[]) =>
  events.toSorted((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
const history = fc.array(event, { maxLength: 30 }).map(inOrder);
const person = fc.constantFrom(...Object.values(PEOPLE));
const input = (more: Partial<PlanInput>): PlanInput => planInput('2025-06-01', more);
const at = (on: Day) => new Date(`${on}T18:00:00Z`);

describe('for anybody, whatever was done', () => {
  it('no line is lost: each rule for one of the cancers is one line, with an owner, a state and a reason or a day', () => {
    fc.assert(
      fc.property(person, history, day, (facts, past, today) => {
        const { lines } = buildPlan(input({ facts, history: past, now: at(today) }));
        const cancers = facts.diagnoses.map(({ cancer }) => cancer);
        const wanted = OWN_RULES.rules.filter(
          ({ cancers: of }) => of === undefined || of.some((one) => cancers.includes(one)),
        );
        expect(lines.map(({ key }) => key)).toEqual(wanted.map(({ key }) => key));
        for (const line of lines) {
          expect(line.owner).not.toBeNull();
          if (line.state === 'not-applicable') expect(line.reason).not.toBe('');
          if (line.state === 'due' || line.state === 'overdue') expect(line.nextDue).not.toBeNull();
          if (line.window) expect(line.window.opens <= line.window.closes).toBe(true);
        }
      }),
    );
  });

  it('running it again changes nothing, and neither does the order of what was done on a day', () => {
    fc.assert(
      fc.property(person, history, day, (facts, past, today) => {
        const one = input({ facts, history: past, now: at(today) });
        expect(buildPlan(one)).toEqual(buildPlan(structuredClone(one)));
      }),
    );
  });

  it('doing one thing more never makes anything due from an earlier day', () => {
    fc.assert(
      fc.property(person, history, event, day, (facts, past, more, today) => {
        const before = buildPlan(input({ facts, history: past, now: at(today) })).lines;
        const after = buildPlan(input({ facts, history: inOrder([...past, more]), now: at(today) })).lines;
        for (const [index, line] of before.entries()) {
          const opens = after[index]?.window?.opens;
          if (line.window && opens !== undefined) expect(opens >= line.window.opens, line.key).toBe(true);
        }
      }),
    );
  });

  it('what is done later is due again later, or at the same time', () => {
    // Later than any drawn day: what is still to come was not done.
    fc.assert(
      fc.property(person, fc.constantFrom(...KEYS), day, fc.integer({ min: 1, max: 900 }), (facts, key, on, days) => {
        const now = at('2040-01-01');
        const of = (last: Day) => buildPlan(input({ facts, history: [done(`${key} ${last}`)], now })).lines;
        const [early, late] = [of(on), of(addDays(on, days))];
        for (const [index, line] of early.entries()) {
          const later = late[index];
          if (line.window && later?.window) expect(later.window.opens >= line.window.opens, line.key).toBe(true);
        }
      }),
    );
  });

  it('time alone moves a line on from not yet due to due to overdue, never back, until its series ends', () => {
    const rank = { 'not-yet-due': 0, due: 1, overdue: 2, done: 3, declined: 3, 'not-applicable': 3 } as const;
    fc.assert(
      fc.property(person, history, day, fc.integer({ min: 1, max: 2000 }), (facts, past, today, days) => {
        const known = past.filter(({ on }) => on <= today);
        const birthdayFree = { ...facts, birthDate: null };
        const now = buildPlan(input({ facts: birthdayFree, history: known, now: at(today) })).lines;
        const later = buildPlan(input({ facts: birthdayFree, history: known, now: at(addDays(today, days)) })).lines;
        for (const [index, line] of now.entries()) {
          const next = later[index];
          // A season that was missed is not made up for: the next one is still to come.
          if (next && line.every?.unit !== 'season') expect(rank[next.state] >= rank[line.state], line.key).toBe(true);
        }
      }),
    );
  });

  it('nobody is late, on the day they are first asked, with what no record tells', () => {
    fc.assert(
      fc.property(person, history, day, (facts, past, today) => {
        for (const line of buildPlan(input({ facts, history: past, now: at(today) })).lines)
          if (line.neverRecorded) expect([line.lastDone, line.state === 'overdue'], line.key).toEqual([null, false]);
      }),
    );
  });

  it('a reason is told in words: no day in figures, nothing twice', () => {
    fc.assert(
      fc.property(person, history, day, (facts, past, today) => {
        for (const { key, reason } of buildPlan(input({ facts, history: past, now: at(today) })).lines) {
          expect(reason, key).not.toMatch(/\d{4}-\d{2}-\d{2}/);
          const told = reason
            .replace(/^(Because:|Not for this patient:|Confirm that it applies:) /, '')
            .split(/; |\. /);
          expect(told, key).toEqual([...new Set(told)]);
        }
      }),
    );
  });

  it('nothing is due for the dead, and nothing that looks for cancer when it is back', () => {
    fc.assert(
      fc.property(person, history, day, (facts, past, today) => {
        const dead = buildPlan(input({ facts: { ...facts, deceased: true }, history: past, now: at(today) }));
        expect(new Set(dead.lines.map(({ state }) => state))).toEqual(new Set(['not-applicable']));
        const back = buildPlan(
          input({
            facts: { ...facts, deceased: false, suspendedBecause: 'It is back.' },
            history: past,
            now: at(today),
          }),
        );
        expect(back.suspendedBecause).toBe('It is back.');
        for (const { kind, nextDue } of back.lines) if (kind === 'surveillance') expect(nextDue).toBeNull();
      }),
    );
  });
});

describe('a time zone', () => {
  const dueIn = (zone: string) =>
    buildPlan(input({ facts: PEOPLE['breast']!, now: new Date('2024-08-01T05:30:00Z'), zone })).lines.find(
      ({ key }) => key === 'breast-visit',
    )?.state;
  it('decides whether today is the last day or the day after', () => {
    expect(dueIn('America/Denver')).toBe('due');
    expect(dueIn('UTC')).toBe('overdue');
  });
});
