import { describe, expect, it } from 'vitest';
import { beam, breastCancer, lumpectomy, missingIn, record, said, type Rows } from '#test/survivorship/records.ts';
import type { FilledFact } from './facts.ts';
import { fieldsOf } from '../data/volumes.ts';
import { radiationFacts, surgeryFacts, transplantFacts } from './local.ts';
import { treatmentSummary } from './summary.ts';

const summary = (rows: Rows, filled: FilledFact[] = []) => treatmentSummary(record(rows), filled, 'America/Denver');

describe('radiation', () => {
  it('is told in Gy, by volume', () => {
    const { radiation } = summary({
      conditions: [breastCancer()],
      procedures: [beam],
      radiotherapyDoses: [{ procedure_id: 'beam', volume: 'Left breast', dose_cgy: 4005, fractions: 15 }],
    });
    expect(radiation[0]).toMatchObject({
      text: 'Left breast, 40.05 Gy, 15 fractions',
      doseGy: 40.05,
      fractions: 15,
      endedOn: '2024-07-28',
    });
    expect(radiation[0]?.fields).toEqual(['breast', 'chest', 'heart']);
  });

  it('without a dose is missing it, until somebody says it', () => {
    const rows = { conditions: [breastCancer()], procedures: [beam] };
    expect(missingIn(summary(rows))).toContain('radiation:beam');
    expect(summary(rows, [said('radiation:beam', '40', 40, 'Gy')]).radiation[0]).toMatchObject({
      doseGy: 40,
      filledInBy: 'Ada Okafor',
    });
  });

  it.each([
    ['Mediastinum and left neck', ['chest', 'heart', 'neck']],
    ['Right breast', ['breast', 'chest']],
    ['Right upper lobe and mediastinal nodes', ['chest', 'heart']],
    ['Pelvis', ['pelvis']],
    ['Prostate and seminal vesicles', ['pelvis']],
    ['Whole brain', ['head']],
    ['Lumbar spine L2 to L4', []],
    ['Total body', ['chest', 'heart', 'neck', 'abdomen', 'pelvis', 'head']],
  ])('of %s is of %j', (site, fields) => expect(fieldsOf(site).toSorted()).toEqual(fields.toSorted()));
});

describe('a course of radiation', () => {
  const courses = (rows: Rows, filled: FilledFact[] = []) => radiationFacts(record(rows), filled);
  type Beam = NonNullable<Rows['procedures']>[number];

  it.each<[string, Beam, string]>([
    ['without volumes is told by its site', {}, 'Left breast'],
    ['with a side tells it', { body_site: 'Breast', laterality: 'Left' }, 'Breast, Left'],
    ['without a site is told by its name', { body_site: null, laterality: 'Left' }, 'Radiotherapy'],
    ['tells its sessions', { sessions: 15 }, 'Left breast, 15 fractions'],
  ])('%s', (_, more, text) => expect(courses({ procedures: [{ ...beam, ...more }] })[0]?.text).toBe(text));

  it('without a dose tells none, nor a unit', () =>
    expect(courses({ procedures: [beam] })).toMatchObject([
      {
        id: 'beam',
        value: null,
        unit: null,
        doseGy: null,
        fractions: null,
        filledInBy: null,
        on: '2024-07-01',
        site: 'Left breast',
        endedOn: '2024-07-28',
        source: { id: 'beam', name: 'Three Rivers' },
      },
    ]));

  it('is told once for each of its own volumes, with the dose of each', () => {
    const radiotherapyDoses = [
      { id: 'breast', procedure_id: 'beam', volume: 'Breast', dose_cgy: 5000, fractions: 25 },
      { id: 'boost', procedure_id: 'beam', volume: 'Tumour bed', dose_cgy: 1000, fractions: null },
      { id: 'other', procedure_id: 'another beam', volume: 'Pelvis', dose_cgy: 4500, fractions: 25 },
    ];
    const procedures = [{ ...beam, body_site: 'Breast', laterality: 'Left', sessions: 30 }];
    expect(courses({ procedures, radiotherapyDoses })).toMatchObject([
      { id: 'breast', text: 'Breast, Left, 50 Gy, 25 fractions', value: 50, unit: 'Gy', fractions: 25 },
      { id: 'boost', text: 'Tumour bed, 10 Gy', value: 10, unit: 'Gy', fractions: null },
    ]);
  });

  it('on the left reaches the heart, though only its side says so', () => {
    const fields = (laterality: string | null) =>
      courses({ procedures: [{ ...beam, body_site: null, laterality }], radiotherapyDoses: [volume] })[0]?.fields;
    const volume = { procedure_id: 'beam', volume: 'Breast', dose_cgy: 5000 };
    expect(fields('Left')).toEqual(['breast', 'chest', 'heart']);
    expect(fields('Right')).toEqual(['breast', 'chest']);
    expect(fields(null)).toEqual(['breast', 'chest']);
  });

  it('with a dose keeps it, whatever a person wrote', () => {
    const radiotherapyDoses = [{ id: 'breast', procedure_id: 'beam', volume: 'Breast', dose_cgy: 5000 }];
    const written = [said('radiation:breast', '40', 40, 'Gy')];
    expect(courses({ procedures: [beam], radiotherapyDoses }, written)).toMatchObject([
      { doseGy: 50, filledInBy: null },
    ]);
  });

  it('takes the dose that a person wrote for it, and no other', () => {
    const written = (...filled: FilledFact[]) => courses({ procedures: [beam] }, filled)[0];
    expect(written(said('radiation:another', '30', 30, 'Gy'))).toMatchObject({ doseGy: null, filledInBy: null });
    expect(written(said('radiation:beam', 'not known'))).toMatchObject({ doseGy: null, filledInBy: null });
    expect(written(said('radiation:beam', '40', 40, 'Gy'))).toMatchObject({
      text: 'Left breast, 40 Gy',
      value: 40,
      unit: 'Gy',
      filledInBy: 'Ada Okafor',
    });
  });

  it('without an end ends on the day on which it began', () =>
    expect(courses({ procedures: [{ ...beam, ended_on: null }] })[0]?.endedOn).toBe('2024-07-01'));
});

describe('operations, courses and transplants', () => {
  const told = {
    surgery: (rows: Rows) => surgeryFacts(record(rows)),
    radiation: (rows: Rows) => radiationFacts(record(rows), []),
    transplant: (rows: Rows) => transplantFacts(record(rows)),
  };
  const kinds = ['surgery', 'radiation', 'transplant'] as const;

  it.each(kinds)('%s: only what was done of this kind', (kind) => {
    const procedures = [
      ...kinds.map((one) => ({ kind: one, id: one, display: one })),
      ...['completed', 'in-progress', 'entered-in-error', 'not-done', 'preparation'].map((status) => ({
        kind,
        id: status,
        display: status,
        status,
      })),
    ];
    expect(told[kind]({ procedures }).map(({ id }) => id)).toEqual([kind, 'completed', 'in-progress']);
  });

  it.each(kinds)('%s: the oldest first, what has no day before all', (kind) => {
    const procedures = ['2024-07-01', null, '2023-01-01', '2024-02-01'].map((day) => ({
      kind,
      display: kind,
      started_on: day,
    }));
    expect(told[kind]({ procedures }).map(({ on }) => on)).toEqual([null, '2023-01-01', '2024-02-01', '2024-07-01']);
  });

  it.each(['surgery', 'transplant'] as const)('%s: with its outcome, its day and its source', (kind) => {
    const row = { id: 'row', kind, display: 'Operation', started_on: '2024-02-01' };
    expect(told[kind]({ procedures: [row] })).toMatchObject([
      { id: 'row', text: 'Operation', on: '2024-02-01', value: null, filledInBy: null, source: { id: 'row' } },
    ]);
    expect(told[kind]({ procedures: [{ ...row, outcome: 'Clear margins' }] })[0]?.text).toBe(
      'Operation: Clear margins',
    );
  });
});

describe('what was removed', () => {
  it.each<[string, NonNullable<Rows['procedures']>[number], string[]]>([
    ['the side of the operation', { display: 'Mastectomy', laterality: 'Bilateral' }, ['breast']],
    ['its side, with the site', { display: 'Mastectomy', body_site: 'Breast', laterality: 'Bilateral' }, ['breast']],
    ['its site', { display: 'Simple mastectomy', body_site: 'Both breasts' }, ['breast']],
    ['its outcome', { display: 'Operation', outcome: 'Double mastectomy' }, ['breast']],
    ['nothing of it', { display: 'Mastectomy', laterality: 'Left', outcome: 'Clear margins' }, []],
    ['another part of it', { display: 'Right mastectomy, removal of both ovaries' }, []],
    ['one side of two', { display: 'Right total mastectomy, left lumpectomy', body_site: 'Both breasts' }, []],
    ['parts of both', { display: 'Bilateral partial mastectomy' }, []],
    ['segments of both', { display: 'Segmental mastectomy', laterality: 'Bilateral' }, []],
  ])('of the breasts is told by %s', (_, row, removed) =>
    expect(surgeryFacts(record({ procedures: [{ ...lumpectomy, ...row }] }))[0]?.removed).toEqual(removed),
  );

  it.each([
    ['Laparoscopic supracervical hysterectomy', []],
    ['Subtotal abdominal hysterectomy', []],
    ['Radical trachelectomy', ['cervix']],
    ['Total hysterectomy; bilateral mastectomy', ['breast', 'cervix']],
    ['Total abdominal colectomy', ['colon']],
    ['Panproctocolectomy', ['colon']],
    ['Subtotal colectomy', []],
    ['Sub-total colectomy', []],
    ['Radical cystoprostatectomy', ['prostate']],
    ['Transurethral prostatectomy', []],
  ])('by %s is %j', (display, removed) =>
    expect(surgeryFacts(record({ procedures: [{ ...lumpectomy, display }] }))[0]?.removed).toEqual(removed),
  );

  it.each([
    ['Bilateral mastectomy with sentinel node biopsy', 'Both breasts', ['breast']],
    ['Mastectomy with axillary dissection', 'Right breast', []],
    ['Partial mastectomy', 'Right breast', []],
    ['Robot-assisted hysterectomy, both ovaries', 'Uterus', ['cervix']],
    ['Right hemicolectomy', 'Ascending colon', []],
    ['Total colectomy', 'Colon', ['colon']],
    ['Radical prostatectomy', 'Prostate', ['prostate']],
  ])('by %s (%s) is %j', (display, site, removed) => {
    expect(summary({ procedures: [{ ...lumpectomy, display, body_site: site }] }).surgery[0]?.removed).toEqual(removed);
  });
});
