import { describe, expect, it } from 'vitest';
import { problem, record, said, TODAY, type Rows } from '#test/survivorship/records.ts';
import { comorbidityFacts, contactFacts, smoked, toxicityFacts } from './person.ts';

type Problem = Parameters<typeof problem>[2];

describe('comorbidities', () => {
  const named = (conditions: Rows['conditions'] & object) =>
    comorbidityFacts(record({ conditions })).map(({ comorbidity }) => comorbidity);

  it('are told with their row and their day', () =>
    expect(
      comorbidityFacts(
        record({ conditions: [problem('E11.9', 'Type 2 diabetes', { id: 'sugar', onset_on: '2015-03-01' })] }),
      ),
    ).toEqual([
      {
        id: 'sugar',
        comorbidity: 'diabetes',
        text: 'Type 2 diabetes',
        on: '2015-03-01',
        source: expect.objectContaining({ id: 'sugar', name: 'Three Rivers' }),
        value: null,
        unit: null,
        filledInBy: null,
      },
    ]));

  it.each([
    ['E11.9', 'DM2', ['diabetes']],
    ['X', 'Type 1 Diabetes Mellitus', ['diabetes']],
    ['E23.2', 'Diabetes insipidus', []],
    ['Z83.3', 'Family history of diabetes', []],
    ['R73.03', 'Prediabetes', []],
    ['Z91', 'At risk of diabetes', []],
    ['I10', 'HTN', ['hypertension']],
    ['X', 'Essential hypertension', ['hypertension']],
    ['I27.0', 'Pulmonary hypertension', []],
    ['K76.6', 'Portal hypertension', []],
    ['H40.05', 'Ocular hypertension', []],
    ['E78.5', 'HLD', ['hyperlipidaemia']],
    ['X', 'Hypercholesterolemia', ['hyperlipidaemia']],
    ['M81.0', 'Bone loss', ['osteoporosis']],
    ['X', 'Postmenopausal osteoporosis', ['osteoporosis']],
    ['J45', 'Asthma', []],
    ['A-E11', 'Coded otherwise', []],
  ])('%s, %s: %j', (code, display, expected) => expect(named([problem(code, display)])).toEqual(expected));

  it('are known by words alone, and by a code that words only hint at', () => {
    expect(named([{ ...problem('', 'Diabetes'), code: null }])).toEqual(['diabetes']);
    expect(named([{ ...problem('', 'Asthma'), code: null }])).toEqual([]);
    expect(named([problem('E11.9', 'Diabetes, family informed')])).toEqual(['diabetes']);
  });

  it('are named once each, however often they are written down', () =>
    expect(named([problem('E11.9', 'Diabetes'), problem('E11.8', 'Diabetes'), problem('I10', 'Hypertension')])).toEqual(
      ['diabetes', 'hypertension'],
    ));

  it.each<[string, Problem, number]>([
    ['open', {}, 1],
    ['of no status', { clinical_status: null }, 1],
    ['confirmed', { verification_status: 'confirmed' }, 1],
    ['entered in error', { verification_status: 'entered-in-error' }, 0],
    ['refuted', { verification_status: 'refuted' }, 0],
    ['resolved', { clinical_status: 'resolved' }, 0],
    ['inactive', { clinical_status: 'inactive' }, 0],
    ['in remission', { clinical_status: 'remission' }, 0],
    ['over since a day', { abated_on: '2020-01-01' }, 0],
    ['said not to be', { states_none: true }, 0],
    ['a cancer', { category: 'primary-cancer' }, 0],
  ])('that are %s (%j) count %i', (_, more, count) => {
    expect(named([problem('E11.9', 'Diabetes', more)])).toHaveLength(count);
    const harm = problem('G62.0', 'Neuropathy', more);
    expect(toxicityFacts(record({ conditions: [harm] }))).toHaveLength(count);
  });
});

describe('what treatment left behind', () => {
  it.each([
    ['G62.0', 'Neuropathy', 1],
    ['G62.9', 'Neuropathy due to Paclitaxel', 1],
    ['I89.0', 'Lymphedema of arm', 1],
    ['G62.9', 'Neuropathy', 0],
    ['XG62.0', 'Neuropathy', 0],
    ['E11.4', 'Neuropathy due to diabetes', 0],
  ])('%s, %s: %i', (code, display, count) =>
    expect(toxicityFacts(record({ conditions: [problem(code, display)] }))).toHaveLength(count),
  );

  it('is known by words where there is no code', () => {
    const uncoded = (display: string) => record({ conditions: [{ ...problem('', display), code: null }] });
    expect(toxicityFacts(uncoded('Radiation proctitis'))).toHaveLength(1);
    expect(toxicityFacts(uncoded('Asthma'))).toEqual([]);
  });

  it('is told with its row and day, the newest first', () =>
    expect(
      toxicityFacts(
        record({
          conditions: [
            problem('G62.0', 'Neuropathy', { id: 'nerve', onset_on: '2024-01-01' }),
            problem('I97.2', 'Lymphedema', { id: 'arm', onset_on: '2025-01-01' }),
          ],
        }),
      ),
    ).toEqual([
      expect.objectContaining({ id: 'arm', text: 'Lymphedema', on: '2025-01-01', filledInBy: null }),
      {
        id: 'nerve',
        text: 'Neuropathy',
        on: '2024-01-01',
        source: expect.objectContaining({ id: 'nerve' }),
        value: null,
        unit: null,
        filledInBy: null,
      },
    ]));
});

describe('smoking', () => {
  const status = (value_text: string | null, on = '2024-01-01') => ({
    code: '72166-2',
    display: 'Status',
    value_text,
    effective_at: `${on}T12:00:00Z`,
  });

  it.each([
    ['Never smoked tobacco', false],
    ['Never', false],
    ['Ex-smoker', true],
    ['Ex-cigarettes', true],
    ['Former', true],
    ['Current every day', true],
    ['Smokes daily', true],
    ['Heavy tobacco use', true],
    ['Smoker, current status unknown', true],
    ['Unknown if ever smoked', null],
    ['Tobacco smoking consumption unknown', null],
    ['Non-smoker', null],
    ['Does not smoke', null],
    ['Denies tobacco use', null],
    ['No tobacco use', null],
    ['Declined', null],
    [null, null],
  ])('"%s": has smoked is %s', (text, answer) =>
    expect(smoked(record({ socialHistory: [status(text)] }), [])).toBe(answer),
  );

  it.each([
    ['Tobacco use', true],
    ['Cigarette SMOKING', true],
    ['Smokeless tobacco status', null],
    ['Second-hand smoke exposure', null],
    ['Passive smoking', null],
    ['Alcohol use', null],
  ])('under "%s" tells: %s', (display, answer) =>
    expect(smoked(record({ socialHistory: [{ ...status('Current'), code: 'local', display }] }), [])).toBe(answer),
  );

  it('is what the newest row says that says it', () => {
    const was = status('Former smoker', '2020-01-01');
    const never = status('Never smoked', '2024-01-01');
    expect(smoked(record({ socialHistory: [was, never] }), [])).toBe(false);
    expect(smoked(record({ socialHistory: [never, was] }), [])).toBe(false);
    expect(smoked(record({ socialHistory: [status('Non-smoker', '2025-01-01'), was] }), [])).toBe(true);
  });

  it('is not known where nothing is recorded', () => expect(smoked(record({}), [])).toBeNull());

  it.each([
    ['has smoked', true],
    ['never smoked', false],
  ])('is what a person said where no row tells it: %s', (text, answer) => {
    expect(smoked(record({}), [said('smoking', text)])).toBe(answer);
    expect(smoked(record({ socialHistory: [status('Non-smoker')] }), [said('smoking', text)])).toBe(answer);
    expect(
      smoked(record({ socialHistory: [status(answer ? 'Never smoked' : 'Smoker')] }), [said('smoking', text)]),
    ).toBe(!answer);
  });
});

describe('whom to call', () => {
  type Members = NonNullable<Rows['careTeamMembers']>;
  const contacts = (careTeamMembers: Members) => contactFacts(record({ careTeamMembers }), [], TODAY);
  const lindqvist = { name: 'Hannah Lindqvist', role: 'Primary care clinician', team: 'primary-care' } as const;
  const atAlderStreet = { organization_name: 'Alder Street', telephone: '555-0140' } as const;

  it('is told in one line, with what there is', () => {
    const oncologist = { name: 'Ada Okafor', role: 'Oncologist', organization_name: 'Three Rivers', team: 'oncology' };
    const told = contacts([
      { ...oncologist, id: 'oncologist', telephone: '555-0100' } as Members[number],
      { id: 'gp', name: 'Ben Reyes', role: 'Family physician', team: 'primary-care' },
    ]);
    expect(told).toEqual([
      {
        id: 'oncologist',
        text: 'Ada Okafor, Oncologist, Three Rivers, 555-0100',
        source: expect.objectContaining({ id: 'oncologist' }),
        name: 'Ada Okafor',
        role: 'Oncologist',
        team: 'oncology',
        telephone: '555-0100',
        value: null,
        unit: null,
        on: null,
        filledInBy: null,
      },
      expect.objectContaining({ text: 'Ben Reyes, Family physician', telephone: null }),
    ]);
  });

  it('names once whoever is the general practitioner and on a team, in both roles and with the number', () => {
    const [one, ...others] = contacts([
      { ...lindqvist, id: 'gp', team: null },
      { ...lindqvist, ...atAlderStreet, role: 'Family physician' },
    ]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      id: 'gp',
      text: 'Hannah Lindqvist, Primary care clinician, Family physician, Alder Street, 555-0140',
      role: 'Primary care clinician, Family physician',
      team: 'primary-care',
      telephone: '555-0140',
    });
  });

  it('names a role once, however it is written', () => {
    const twice = contacts([lindqvist, { ...lindqvist, ...atAlderStreet, name: 'HANNAH LINDQVIST' }]);
    expect(twice.map(({ text }) => text)).toEqual(['Hannah Lindqvist, Primary care clinician, Alder Street, 555-0140']);
  });

  it.each<[string, Partial<Members[number]>]>([
    ['has another name', { name: 'Hanna Lindqvist' }],
    ['answers another number', { telephone: '555-0141' }],
    ['works elsewhere', { organization_name: 'Elm Street' }],
    ['is of another team', { team: 'palliative' }],
  ])('keeps apart who %s', (_, other) =>
    expect(
      contacts([
        { ...lindqvist, ...atAlderStreet },
        { ...lindqvist, ...atAlderStreet, ...other },
      ]).length,
    ).toBe(2),
  );

  it('does not take a third for somebody who differs from one of two already taken for one', () => {
    const told = contacts([
      lindqvist,
      { ...lindqvist, ...atAlderStreet },
      { ...lindqvist, ...atAlderStreet, organization_name: 'Elm Street' },
    ]);
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining('Alder Street'),
      expect.stringContaining('Elm Street'),
    ]);
  });

  it('names no role that the name tells already', () => {
    const [line] = contacts([{ name: 'Oncology nurse line', role: 'Oncology Nurse Line', telephone: '555-0124' }]);
    expect(line).toMatchObject({ text: 'Oncology nurse line, 555-0124', role: null, team: null });
  });

  it('leaves out who has left, as of the day of the plan', () => {
    expect(contacts([{ ...lindqvist, ended_on: '2026-05-31' }])).toEqual([]);
    expect(contacts([{ ...lindqvist, ended_on: TODAY }]).length).toBe(1);
  });

  it('takes whom a person names where the care team names nobody, with the number', () => {
    const named = (text: string, careTeamMembers: Members = []) =>
      contactFacts(record({ careTeamMembers }), [said('contact:primary-care', text), said('stage', 'II')], TODAY);
    expect(named('Dr. Ann Yazzie, Red Mesa Clinic, (505) 555-0100')).toEqual([
      expect.objectContaining({
        text: 'Dr. Ann Yazzie, Red Mesa Clinic, (505) 555-0100',
        name: 'Dr. Ann Yazzie, Red Mesa Clinic',
        telephone: '(505) 555-0100',
        team: 'primary-care',
        source: null,
        filledInBy: 'Ada Okafor',
      }),
    ]);
    expect(named('The clinic at Red Mesa')[0]).toMatchObject({ name: 'The clinic at Red Mesa', telephone: null });
    expect(named('505-555-0100')[0]).toMatchObject({ name: '505-555-0100', telephone: '505-555-0100' });
    expect(named('Dr. Ann Yazzie', [{ ...lindqvist, id: 'gp' }]).map(({ name }) => name)).toEqual(['Hannah Lindqvist']);
  });
});
