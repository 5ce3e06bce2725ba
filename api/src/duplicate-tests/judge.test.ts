import { describe, expect, it } from 'vitest';
import { daysAgo, ask, done, history, NOW, verdictOf } from '#test/duplicate-tests/histories.ts';
import { momentOfDay } from './calendar.ts';
import { OWN_CATALOGUE } from './catalogue.ts';
import type { Situation } from './family.ts';
import type { History, PastTest } from './history.ts';
import { judge } from './judge.ts';

const CMP =
  'glucose urea-nitrogen creatinine calcium sodium potassium chloride carbon-dioxide protein albumin bilirubin alkaline-phosphatase alt ast';
const LFT = 'alt ast alkaline-phosphatase bilirubin albumin';

describe('the judgement', () => {
  it.each<[string, string, PastTest[], Situation, Partial<History>, string]>([
    ['inside the interval', 'a1c', done('hba1c', 20), 'routine', {}, 'duplicate'],
    ['between least and most', 'a1c', done('hba1c', 120), 'routine', {}, 'probable-duplicate'],
    ['after the interval', 'a1c', done('hba1c', 200), 'routine', {}, 'not-duplicate'],
    ['on the very day that it is due', 'ca 15-3', done('ca-15-3', 61), 'routine', {}, 'not-duplicate'],
    ['a day before it is due', 'ca 15-3', done('ca-15-3', 60), 'routine', {}, 'duplicate'],
    ['never done', 'ferritin', [], 'routine', {}, 'not-duplicate'],
    ['abnormal before', 'ferritin', done('ferritin', 20, { flag: 'low' }), 'routine', {}, 'not-duplicate'],
    [
      'normal after abnormal',
      'ferritin',
      [...done('ferritin', 40, { flag: 'low' }), ...done('ferritin', 20)],
      'routine',
      {},
      'duplicate',
    ],
    [
      'two of one day, one abnormal',
      'ferritin',
      [...done('ferritin', 20), ...done('ferritin', 20, { flag: 'high' })],
      'routine',
      {},
      'not-duplicate',
    ],
    ['nobody judged it', 'ferritin', done('ferritin', 20, { flag: null }), 'routine', {}, 'probable-duplicate'],
    ['a new symptom', 'ferritin', done('ferritin', 20), 'new-symptom', {}, 'not-duplicate'],
    ['oncology asks', 'cea', done('cea', 20), 'requested-by-oncology', {}, 'not-duplicate'],
    ['after a change, inside that interval', 'tsh', done('tsh', 40), 'after-treatment-change', {}, 'duplicate'],
    ['after a change, after that interval', 'tsh', done('tsh', 70), 'after-treatment-change', {}, 'not-duplicate'],
    ['after a change, nothing published', 'cea', done('cea', 20), 'after-treatment-change', {}, 'not-duplicate'],
    ['in hospital', 'lft', done(LFT, 2), 'inpatient', {}, 'duplicate'],
    ['in hospital, later', 'lft', done(LFT, 4), 'inpatient', {}, 'not-duplicate'],
    ['in hospital, nothing published', 'sodium', done('sodium', 1), 'inpatient', {}, 'not-duplicate'],
    ['in hospital, the same day', 'sodium', done('sodium', 0), 'inpatient', {}, 'probable-duplicate'],
    [
      'a series in hospital does not serve outside',
      'lft',
      done(LFT, 5, { inpatient: true }),
      'routine',
      {},
      'not-duplicate',
    ],
    ['cancelled', 'ferritin', done('ferritin', 20, { status: 'cancelled' }), 'routine', {}, 'not-duplicate'],
    [
      'entered in error',
      'ferritin',
      done('ferritin', 20, { status: 'entered-in-error' }),
      'routine',
      {},
      'not-duplicate',
    ],
    ['inconclusive', 'potassium', done('potassium', 1, { text: 'Hemolyzed' }), 'routine', {}, 'not-duplicate'],
    ['not yet final', 'potassium', done('potassium', 0, { status: 'registered' }), 'routine', {}, 'probable-duplicate'],
    ['without a date', 'ferritin', done('ferritin', undefined), 'routine', {}, 'unknown'],
    ['dated in the future', 'ferritin', done('ferritin', -3), 'routine', {}, 'unknown'],
    ['the parts cover the panel', 'cmp', done(CMP, 5), 'routine', {}, 'probable-duplicate'],
    ['all but one part', 'cmp', done(CMP.replace(' ast', ''), 5), 'routine', {}, 'not-duplicate'],
    [
      'one part abnormal',
      'lft',
      [...done('ast alkaline-phosphatase bilirubin albumin', 5), ...done('alt', 5, { flag: 'high' })],
      'routine',
      {},
      'not-duplicate',
    ],
    ['a liver panel inside a month', 'hepatic function panel', done(LFT, 10), 'routine', {}, 'duplicate'],
    ['a part of a panel', 'alt', done(CMP, 10), 'routine', {}, 'duplicate'],
    [
      'imaging within the study windows',
      'CT chest',
      done('ct-chest', 30, { flag: null }),
      'routine',
      {},
      'probable-duplicate',
    ],
    ['imaging long ago', 'CT chest', done('ct-chest', 120, { flag: null }), 'routine', {}, 'not-duplicate'],
    ['imaging of another region', 'CT abdomen', done('ct-chest', 5, { flag: null }), 'routine', {}, 'not-duplicate'],
    ['imaging by another modality', 'MRI brain', done('ct-head', 5, { flag: null }), 'routine', {}, 'not-duplicate'],
    [
      'one of three regions',
      'CT chest abdomen pelvis',
      done('ct-chest', 5, { flag: null }),
      'routine',
      {},
      'not-duplicate',
    ],
    [
      'a part of a study of three',
      'CT chest',
      done('ct-chest ct-abdomen ct-pelvis', 5, { flag: null }),
      'routine',
      {},
      'probable-duplicate',
    ],
    [
      'the other side',
      'X-ray left knee',
      done('xray-knee', 5, { flag: null, laterality: 'right' }),
      'routine',
      {},
      'not-duplicate',
    ],
    [
      'the same side',
      'X-ray left knee',
      done('xray-knee', 5, { flag: null, laterality: 'left' }),
      'routine',
      {},
      'probable-duplicate',
    ],
    [
      'both sides cover one',
      'mammogram left',
      done('mammogram', 50, { flag: 'normal', laterality: 'bilateral' }),
      'routine',
      {},
      'probable-duplicate',
    ],
    [
      'contrast wanted',
      'CT head with contrast',
      done('ct-head', 5, { flag: null, contrast: 'without' }),
      'routine',
      {},
      'not-duplicate',
    ],
    ['another specimen', 'urine culture', done('blood-culture', 2), 'routine', {}, 'not-duplicate'],
    ['a count during chemotherapy', 'wbc', done('leukocytes', 3), 'routine', { onCancerDrugs: true }, 'not-duplicate'],
    ['a count twice on one day', 'wbc', done('leukocytes', 0), 'routine', { onCancerDrugs: true }, 'duplicate'],
    [
      'of a month only, that lies in the interval whatever its day',
      'hba1c',
      done('hba1c', 40, { at: momentOfDay('2026-11-01'), precision: 'month' }),
      'routine',
      {},
      'probable-duplicate',
    ],
    [
      'of a month only, that may or may not lie in the interval',
      'ca 125',
      done('ca-125', 0, { at: momentOfDay('2026-10-01'), precision: 'month' }),
      'routine',
      {},
      'unknown',
    ],
    [
      'of a year only, long ago',
      'ferritin',
      done('ferritin', 0, { at: momentOfDay('2024-01-01'), precision: 'year' }),
      'routine',
      {},
      'not-duplicate',
    ],
    [
      'in a unit that cannot be read',
      'ferritin',
      done('ferritin', 20, { flag: null, unit: 'banana', ucum: null }),
      'routine',
      {},
      'probable-duplicate',
    ],
    [
      'with and without contrast answers either',
      'CT head without contrast',
      done('ct-head', 5, { flag: 'normal', contrast: 'both' }),
      'routine',
      {},
      'probable-duplicate',
    ],
    [
      'with contrast does not answer both',
      'MRI brain with and without contrast',
      done('mri-head', 5, { flag: null, contrast: 'with' }),
      'routine',
      {},
      'not-duplicate',
    ],
    [
      'registered long ago and never heard of again',
      'CT chest',
      done('ct-chest', 120, { flag: null, status: 'registered', text: '' }),
      'routine',
      {},
      'not-duplicate',
    ],
    [
      'of no known status',
      'ferritin',
      done('ferritin', 20, { status: 'unknown' }),
      'routine',
      {},
      'probable-duplicate',
    ],
    [
      'surveillance is a schedule',
      'mammogram',
      done('mammogram', 200, { flag: 'normal' }),
      'routine',
      {},
      'probable-duplicate',
    ],
  ])('%s', (_name, text, tests, situation, more, expected) => {
    const { verdict, reasons } = verdictOf(text, tests, situation, more);
    expect([verdict, reasons]).toEqual([expected, expect.arrayContaining([expect.any(String)])]);
  });

  it('says what is not known, to everybody alike', () => {
    const { notKnown } = verdictOf('cea', []);
    expect(notKnown).toEqual(verdictOf('xyzzy', done('cea', 2)).notKnown);
    expect(notKnown.join(' ')).toContain('Restricted information may exist');
    expect(verdictOf('cea', [], 'routine', { seesOrders: false }).notKnown).toHaveLength(3);
  });

  it('asks back where it cannot know which test is meant', () => {
    expect(verdictOf('creatinin', []).nearest.map(({ key }) => key)).toContain('creatinine');
    expect(verdictOf('CT', []).verdict).toBe('unknown');
    expect(verdictOf('sodium and potassium', done('sodium potassium', 1))).toMatchObject({
      verdict: 'unknown',
      nearest: [{ key: 'sodium' }, { key: 'potassium' }],
    });
  });

  it('does not judge the future', () => {
    expect(judge({ ...ask('cea'), on: daysAgo(-2) }, history(done('cea', 2)), OWN_CATALOGUE, NOW).verdict).toBe(
      'unknown',
    );
  });

  it('tells days in the reader’s zone and in words', () => {
    const evening = done('ferritin', 20, { at: new Date('2026-11-10T02:00:00Z'), flag: 'high' });
    expect(verdictOf('ferritin', evening, 'routine', { zone: 'America/Phoenix' }).reasons[0]).toContain('(9 Nov 2026)');
    expect(verdictOf('ferritin', evening).reasons[0]).toContain('(10 Nov 2026)');
  });

  it('says which unit it could not read', () => {
    const { reasons } = verdictOf('ferritin', done('ferritin', 20, { flag: null, unit: 'banana' }));
    expect(reasons[0]).toContain('“banana” cannot be read');
  });

  it('names the parts of a panel that were done, and no later day for those that were not', () => {
    const { nextDue, reasons } = verdictOf('lft', [...done('alt ast', 10)]);
    expect(nextDue).toBeUndefined();
    expect(reasons.join(' ')).toContain('ALT, AST');
  });
});
