import { describe, expect, it } from 'vitest';
import { groupLines, signsOfReturn } from '#portal/survivorship/line-groups.ts';
import { madeUpLine } from '#portal/survivorship/made-up-line.ts';

const lines = [
  madeUpLine({ key: 'nobody', owner: 'NOBODY' }),
  madeUpLine({ key: 'oncology', owner: 'ONCOLOGY' }),
  madeUpLine({ key: 'patient', owner: 'PATIENT' }),
  madeUpLine({ key: 'other', owner: 'OTHER' }),
  madeUpLine({ key: 'palliative', owner: 'PALLIATIVE' }),
  madeUpLine({ key: 'primary', owner: 'PRIMARY_CARE' }),
];
const shown = (...args: Parameters<typeof groupLines>): [string, string[]][] =>
  groupLines(...args).map(({ title, lines: found }) => [title, found.map(({ key }) => key)]);

it('the signs that the patient watches for are told to the physician, while they apply', () => {
  const sign = { kind: 'SURVEILLANCE', owner: 'PATIENT' } as const;
  const told = signsOfReturn([
    madeUpLine({ key: 'a', title: 'Call about a lump', ...sign }),
    madeUpLine({ key: 'b', title: 'Call about a cough', ...sign, state: 'NOT_APPLICABLE' }),
    madeUpLine({ key: 'c', title: 'Move every day', ...sign, kind: 'HEALTH_PROMOTION' }),
    madeUpLine({ key: 'd', title: 'CEA', ...sign, owner: 'ONCOLOGY' }),
  ]);
  expect(told).toEqual(['Call about a lump']);
});

describe('who does what', () => {
  it('begins with the physician’s own lines and ends with those of nobody', () => {
    expect(shown(lines, 'COMMUNITY_CLINICIAN')).toEqual([
      ['You', ['primary']],
      ['Oncology', ['oncology']],
      ['Others', ['other', 'palliative']],
      ['The patient', ['patient']],
      ['Nobody yet', ['nobody']],
    ]);
  });
  it('begins with the oncologist’s own lines for an oncologist', () => {
    expect(shown(lines, 'ONCOLOGIST').slice(0, 2)).toEqual([
      ['You', ['oncology']],
      ['Primary care', ['primary']],
    ]);
  });
  it('says "Your practice" to staff, who do not do it in their own name', () => {
    expect(shown(lines, 'PRACTICE_STAFF')[0]).toEqual(['Your practice', ['primary']]);
  });
  it('loses no line that applies', () => {
    expect(
      shown(lines, 'NAVIGATOR')
        .flatMap(([, keys]) => keys)
        .toSorted(),
    ).toEqual(lines.map(({ key }) => key).toSorted());
  });
  it('leaves out advice and what does not apply: they stand apart', () => {
    const apart = [madeUpLine({ kind: 'ADVISED_AGAINST' }), madeUpLine({ state: 'NOT_APPLICABLE' })];
    expect(shown(apart, 'COMMUNITY_CLINICIAN')).toEqual([]);
  });
  it('puts the longest overdue first, what has a day before what has none, and what is done last', () => {
    const own = [
      madeUpLine({ key: 'done', state: 'DONE', nextDue: null }),
      madeUpLine({ key: 'no-day', nextDue: null }),
      madeUpLine({ key: 'later' }),
      madeUpLine({ key: 'due', state: 'DUE' }),
      madeUpLine({ key: 'late', state: 'OVERDUE', nextDue: '2026-10-01' }),
      madeUpLine({ key: 'latest', state: 'OVERDUE', nextDue: '2026-01-01' }),
    ];
    expect(shown(own, 'COMMUNITY_CLINICIAN')).toEqual([['You', ['latest', 'late', 'due', 'later', 'no-day', 'done']]]);
  });
});
