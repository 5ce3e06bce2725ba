import { describe, expect, it } from 'vitest';
import { beam, breastCancer, lumpectomy, missingIn, record, said, type Rows } from '#test/survivorship/records.ts';
import type { FilledFact } from './facts.ts';
import { fieldsOf } from '../data/volumes.ts';
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

describe('what was removed', () => {
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
