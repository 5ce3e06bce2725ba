// Histories in few words, for the tests of the engine.
import { OWN_CATALOGUE } from '#api/duplicate-tests/catalogue.ts';
import type { Situation } from '#api/duplicate-tests/family.ts';
import type { History, PastTest, PlannedTest } from '#api/duplicate-tests/history.ts';
import { judge } from '#api/duplicate-tests/judge.ts';
import type { TestQuery } from '#api/duplicate-tests/judgement.ts';

export const NOW = new Date('2026-11-22T12:00:00Z');
export const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
let count = 0;

export function done(families: string, days: number | undefined, more: Partial<PastTest> = {}): PastTest[] {
  return families.split(' ').map((family) => ({
    id: `t${count++}`,
    name: family,
    families: [family],
    at: days === undefined ? undefined : daysAgo(days),
    status: 'final',
    text: '1',
    value: 1,
    unit: null,
    ucum: null,
    referenceLow: null,
    referenceHigh: null,
    precision: 'day',
    flag: 'normal',
    institution: 'Centre',
    laterality: undefined,
    contrast: undefined,
    inpatient: false,
    ...more,
  }));
}

/**
 * Results as a line of a table has them, parted by semicolons: `ferritin @20 flag=null unit=ng/mL`. After the @ come
 * days ago, a month or year (2026-10, 2026) where no more is known, or a dash for no date at all.
 */
export const resultsIn = (text: string): PastTest[] =>
  text
    .split(';')
    .filter((one) => one.trim() !== '')
    .flatMap((one) => {
      const [family = '', when = '', ...facts] = one.trim().split(' ');
      const [, year, month] = /^@(\d{4})(?:-(\d\d))?$/.exec(when) ?? [];
      const more = Object.fromEntries(
        facts
          .map((fact) => fact.split('='))
          .map(([key, value]) => [key, value === 'null' ? null : value === 'yes' || value]),
      );
      if (year === undefined) return done(family, when === '@-' ? undefined : Number(when.slice(1)), more);
      const at = new Date(`${year}-${month ?? '01'}-01T12:00:00Z`);
      return done(family, 0, { at, precision: month === undefined ? 'year' : 'month', ...more });
    });

export const order = (family: string, more: Partial<PlannedTest> = {}): PlannedTest => ({
  id: `o${count++}`,
  kind: 'order',
  name: family,
  families: [family],
  on: undefined,
  orderedAt: daysAgo(2),
  status: 'active',
  by: 'Dr Oh',
  laterality: undefined,
  contrast: undefined,
  ...more,
});

/** A line of the follow-up plan in force, with its time in days ago: less than none lie ahead. */
export const surveillance = (family: string, opens: number, due: number): PlannedTest =>
  order(family, {
    kind: 'surveillance',
    orderedAt: undefined,
    opens: daysAgo(opens),
    on: daysAgo(due),
    by: 'cancer centre',
  });

export const history = (tests: PastTest[], more: Partial<History> = {}): History => ({
  tests,
  planned: [],
  onCancerDrugs: false,
  seesOrders: true,
  seesPlans: true,
  zone: 'UTC',
  ...more,
});
export const ask = (text: string, situation: Situation = 'routine'): TestQuery => ({
  name: { text },
  on: NOW,
  situation,
});
export const verdictOf = (text: string, tests: PastTest[], situation?: Situation, more?: Partial<History>) =>
  judge(ask(text, situation), history(tests, more), OWN_CATALOGUE, NOW);
