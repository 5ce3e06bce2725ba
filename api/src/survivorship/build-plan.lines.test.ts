// How one line of a plan follows from its rule, the patient, what was decided and what was done.
import { describe, expect, it } from 'vitest';
import { cancer, done, planInput, somebody } from '#test/survivorship/people.ts';
import { buildPlan, decided, type PlanInput } from './build-plan.ts';
import type { LineDecision } from './plan.ts';
import { RULE_KINDS, type Rule, type RuleKind } from './rule.ts';

const YEARLY = { least: 12, most: 12 };

/** A yearly test by oncology, from the end of treatment on 31 January 2024. */
const rule = (more: Partial<Rule> = {}): Rule => ({
  key: 'scan',
  kind: 'surveillance',
  what: 'Scan of the chest',
  owner: 'oncology',
  schedule: {
    anchor: 'end-of-treatment',
    first: YEARLY,
    repeat: [{ from: 0, until: null, every: YEARLY }],
  },
  doneBy: [{ keys: ['scan'] }],
  why: 'Finds what can still be removed.',
  source: 'A society',
  year: 2020,
  confidence: 'A',
  ...more,
});

const planOf = (rules: Rule[], more: Partial<PlanInput> = {}, today = '2025-01-15') =>
  buildPlan(planInput(today, { rules: { version: 'rules of a test', rules }, ...more }));
const lineOf = (more: Partial<Rule> = {}, input: Partial<PlanInput> = {}, today?: string) =>
  planOf([rule(more)], input, today).lines[0]!;
const decision = (more: Partial<LineDecision>) => ({ decisions: [{ key: 'scan', ...more }] });

describe('a plan', () => {
  it('names its rules, its day and why it does not run', () => {
    const of = (facts: Partial<PlanInput['facts']>) => {
      const { ruleSetVersion, today, suspendedBecause } = planOf([], { facts: somebody(facts) });
      return [ruleSetVersion, today, suspendedBecause];
    };
    expect(of({})).toEqual(['rules of a test', '2025-01-15', null]);
    expect(of({ suspendedBecause: 'It is back.' }).at(-1)).toBe('It is back.');
    expect(of({ suspendedBecause: 'It is back.', deceased: true }).at(-1)).toBe('The patient has died.');
  });

  it.each([
    ['everybody', undefined, true],
    ['this cancer', ['breast'], true],
    ['this cancer among others', ['lung', 'breast'], true],
    ['another cancer', ['lung'], false],
    ['the cancer of a metastasis', ['colorectal'], false],
  ] as const)('has the lines of rules for %s', (_, cancers, has) => {
    const facts = somebody({ diagnoses: [cancer('breast'), cancer('colorectal', { secondary: true })] });
    expect(planOf([rule(cancers && { cancers: [...cancers] })], { facts }).lines).toHaveLength(has ? 1 : 0);
  });
});

describe('a line', () => {
  it('tells its rule', () => {
    expect(lineOf()).toEqual({
      key: 'scan',
      kind: 'surveillance',
      what: 'Scan of the chest',
      owner: 'oncology',
      ownerName: null,
      interval: 'every year',
      every: { least: 1, most: 1, unit: 'year' },
      firstDue: '2025-01-31',
      lastDone: null,
      neverRecorded: false,
      askedOn: null,
      window: { opens: '2024-12-31', closes: '2025-01-31' },
      nextDue: '2025-01-31',
      chosenDue: null,
      state: 'due',
      reason: '',
      unconfirmed: false,
      why: 'Finds what can still be removed.',
      target: null,
      against: false,
      source: { source: 'A society', year: 2020, confidence: 'A' },
    });
    expect(lineOf({ target: 'below 1', kind: 'advised-against' })).toMatchObject({ target: 'below 1', against: true });
  });

  it('without a schedule has no day', () =>
    expect(lineOf({ schedule: null })).toMatchObject({
      interval: null,
      window: null,
      nextDue: null,
      state: 'not-yet-due',
      reason: '',
    }));

  it.each([
    ['2024-12-30', 'not-yet-due'],
    ['2024-12-31', 'due'],
    ['2025-01-31', 'due'],
    ['2025-02-01', 'overdue'],
  ])('on %s is %s', (today, state) => expect(lineOf({}, {}, today).state).toBe(state));

  it('minds what was done until today, and nothing to come', () => {
    const history = [done('scan 2025-01-15'), done('scan 2025-01-16')];
    expect(lineOf({}, { history })).toMatchObject({
      lastDone: { on: '2025-01-15' },
      state: 'not-yet-due',
      nextDue: '2026-01-15',
      reason: '',
    });
  });

  it('that is asked for once is done when it was done', () => {
    const once = { ...rule().schedule!, repeat: [] };
    expect(lineOf({ schedule: once }, { history: [done('scan 2025-01-02')] })).toMatchObject({
      state: 'done',
      reason: '',
      window: null,
      nextDue: null,
    });
  });

  it('ends with its series, half an interval after the last', () => {
    const twoYears = { ...rule().schedule!, repeat: [{ from: 0, until: 24, every: YEARLY }] };
    const on = (today: string) => lineOf({ schedule: twoYears }, {}, today);
    expect(on('2026-07-31').state).toBe('overdue');
    expect(on('2026-08-01')).toMatchObject({
      state: 'not-applicable',
      reason: 'The series ended on 31 Jul 2026.',
      window: null,
      nextDue: null,
      firstDue: '2025-01-31',
    });
  });
});

describe('who does it', () => {
  const other = { owner: 'other', ownerRole: 'Dentist' } as const;
  it.each<[string, Partial<Rule>, Partial<LineDecision>, string | null, string | null]>([
    ['is whom the rule names', {}, {}, 'oncology', null],
    ['is a role that the rule names', other, {}, 'other', 'Dentist'],
    ['is not that role where a person chose another owner', other, { owner: 'oncology' }, 'oncology', null],
    ['is whom a person chose', other, { owner: 'patient', ownerName: 'Her daughter' }, 'patient', 'Her daughter'],
    ['is nobody where a person said so', {}, { owner: null }, null, null],
  ])('%s', (_, more, chosen, owner, ownerName) =>
    expect(lineOf(more, decision(chosen))).toMatchObject({ owner, ownerName }),
  );

  it('is not changed by a decision about another line', () =>
    expect(lineOf({}, { decisions: [{ key: 'visit', owner: 'patient', declined: 'No.' }] })).toMatchObject({
      owner: 'oncology',
      state: 'due',
    }));

  it.each<[string, string, PlanInput['asked'], string]>([
    [
      'asked since a signed plan',
      'scan',
      [{ key: 'scan', owner: 'primary-care', askedOn: '2024-06-01' }],
      '2024-06-01',
    ],
    [
      'not asked of another line',
      'scan',
      [{ key: 'visit', owner: 'primary-care', askedOn: '2024-06-01' }],
      '2025-01-15',
    ],
    ['not asked of another', 'scan', [{ key: 'scan', owner: 'patient', askedOn: '2024-06-01' }], '2025-01-15'],
    ['never asked', 'scan', [], '2025-01-15'],
  ])('outside oncology is %s', (_, key, asked, since) =>
    expect(lineOf({ key, owner: 'primary-care' }, { asked }).askedOn).toBe(since),
  );

  it('outside oncology may know more than the record tells', () => {
    const asked = lineOf({ owner: 'primary-care' }, {}, '2025-03-01');
    expect(asked).toMatchObject({
      state: 'due',
      neverRecorded: true,
      nextDue: '2025-06-01',
      reason: '',
    });
    const declined = lineOf({ owner: 'primary-care' }, decision({ declined: 'She does not want it.' }), '2025-03-01');
    expect(declined).toMatchObject({ neverRecorded: false, window: null, nextDue: null });
  });
});

describe('what decides first', () => {
  const DEAD = { deceased: true } as const;
  const BACK = { suspendedBecause: 'It is back.' } as const;
  const no = { when: { sex: 'male' } } as const;
  const refused = { declined: 'She does not want it.', notApplicable: 'No lung left.' };
  it.each<[string, Partial<Rule>, Partial<LineDecision>, Partial<PlanInput['facts']>, string, string]>([
    ['death', no, refused, { ...DEAD, ...BACK }, 'not-applicable', 'The patient has died.'],
    ['her refusal', no, refused, BACK, 'declined', 'She does not want it.'],
    ['what a person said', no, { notApplicable: 'No lung left.' }, BACK, 'not-applicable', 'No lung left.'],
    ['the rule', no, {}, BACK, 'not-applicable', 'Not for this patient: female.'],
    ['the cancer that is back', {}, {}, BACK, 'not-applicable', 'Suspended. It is back.'],
    ['the calendar', {}, {}, {}, 'due', ''],
  ])('is %s', (_, more, chosen, facts, state, reason) => {
    const line = lineOf(more, { ...decision(chosen), facts: somebody(facts) });
    expect([line.state, line.reason, line.nextDue === null]).toEqual([state, reason, state !== 'due']);
  });

  const GOES_ON: readonly RuleKind[] = ['comorbidity', 'psychosocial', 'work-finance', 'health-promotion'];
  it.each(RULE_KINDS)('%s goes on, or not, when the cancer is back', (kind) =>
    expect(lineOf({ kind }, { facts: somebody(BACK) }).state).toBe(GOES_ON.includes(kind) ? 'due' : 'not-applicable'),
  );
});

describe('why it is there', () => {
  const both = { all: [{ sex: 'female' }, { intent: 'curative' }] } as const;
  it.each<[string, Partial<Rule>, Partial<PlanInput['facts']>, string]>([
    ['all that it follows from', { when: { ...both } }, {}, 'Because: female; curative treatment.'],
    [
      'what is to be confirmed',
      { when: { any: [{ intent: 'curative' }, { sex: 'male' }] } },
      { intent: null },
      'Confirm that it applies: the intent of treatment is not recorded.',
    ],
    ['nothing, where it is for everybody', {}, {}, ''],
    [
      'why there is no day',
      { when: { sex: 'female' } },
      { endOfTreatment: null, noEndBecause: 'No treatment is recorded.' },
      'Because: female. No treatment is recorded.',
    ],
  ])('tells %s', (_, more, facts, reason) => expect(lineOf(more, { facts: somebody(facts) }).reason).toBe(reason));

  it('says where the record does not tell whether it is, unless somebody has', () => {
    const curative = { when: { intent: 'curative' } } as const;
    const facts = somebody({ intent: null });
    expect(lineOf(curative, { facts }).unconfirmed).toBe(true);
    expect(lineOf(curative, {}).unconfirmed).toBe(false);
    expect(lineOf(curative, { facts, ...decision({ notApplicable: 'Palliative.' }) }).unconfirmed).toBe(false);
  });
});

describe('an interval that a person chose', () => {
  const everyMonths = { least: 3, most: 4 };
  const repeat = [{ from: 0, until: null, every: everyMonths }];

  it('leaves the rule as it is where none was chosen', () => {
    const own = rule();
    expect(decided(own, undefined)).toBe(own);
    expect(decided(own, { key: 'scan', owner: 'patient' })).toBe(own);
  });

  it('stands for the rule’s, whose first time stays', () =>
    expect(decided(rule(), { key: 'scan', everyMonths })).toEqual({
      ...rule(),
      schedule: { anchor: 'end-of-treatment', first: YEARLY, season: undefined, repeat },
    }));

  it('gives a schedule to a rule that has none', () =>
    expect(decided(rule({ schedule: null }), { key: 'scan', everyMonths }).schedule).toEqual({
      anchor: 'end-of-treatment',
      first: everyMonths,
      repeat,
    }));
});
