// What treatment was meant to do, and what holds the plan up.
import { describe, expect, it } from 'vitest';
import { breastCancer, course, lumpectomy, record, said, type Rows } from '#test/survivorship/records.ts';
import { cancerFacts } from './cancers.ts';
import { courseOf } from './course.ts';
import type { FilledFact } from './facts.ts';

function told(rows: Rows, filled: FilledFact[] = []) {
  const chart = record({ conditions: [breastCancer()], ...rows });
  return courseOf(chart, cancerFacts(chart, filled), filled, '2026-06-01');
}

describe('the intent', () => {
  const inWords = (...intents: string[]) => ({
    procedures: intents.map((treatment_intent) => ({ ...lumpectomy, treatment_intent })),
  });

  it.each([
    ['Curative - procedure intent', 'curative'],
    ['To cure', 'curative'],
    ['Neoadjuvant', 'curative'],
    ['Adjuvant', 'curative'],
    ['Palliative - procedure intent', 'palliative'],
    ['Life-prolonging', 'palliative'],
    ['Diagnostic', null],
  ])('%s is %s', (words, intent) => expect(told(inWords(words)).intent).toBe(intent));

  it('is palliative as soon as one treatment is', () =>
    expect(told(inWords('Curative', 'Palliative')).intent).toBe('palliative'));

  it('is curative where one treatment says so and another says nothing', () =>
    expect(told(inWords('Diagnostic', 'Curative')).intent).toBe('curative'));

  it('is not that of a treatment that is only planned', () => {
    const planned = course('paclitaxel', { times: 0, status: 'draft', treatment_intent: 'palliative' });
    expect(told({ procedures: [lumpectomy], medicationUses: planned }).intent).toBe('curative');
  });

  it.each([
    ['intent', 'palliative', 'palliative'],
    ['intent', 'curative', 'curative'],
    ['intent', 'to be discussed', 'curative'],
    ['histology', 'palliative', 'curative'],
  ])('with %s filled in as %s is %s', (key, text, intent) =>
    expect(told(inWords('Curative'), [said('stage', 'II'), said(key, text)]).intent).toBe(intent),
  );

  it.each([
    ['II', 'C50.411', 'Breast cancer', null],
    ['IV', 'C50.411', 'Breast cancer', 'palliative'],
    ['IV', 'C81.1', 'Hodgkin lymphoma', null],
  ])('of stage %s, %s %s, without a word of it is %s', (stage, code, display, intent) =>
    expect(told({ conditions: [breastCancer({ stage_text: stage, code, display })] }).intent).toBe(intent),
  );

  it('with a metastasis, without a word of it, is palliative', () =>
    expect(told({ conditions: [breastCancer({ category: 'secondary-cancer' })] }).intent).toBe('palliative'));
});

describe('the plan is held up', () => {
  it.each<[string, Rows, string | null]>([
    [
      'at a relapse',
      { conditions: [breastCancer({ clinical_status: 'relapse' })] },
      'A recurrence of Breast is recorded.',
    ],
    ['not by stage III', { conditions: [breastCancer({ stage_text: 'IIIC' })] }, null],
    [
      'not by stage IV of lymphoma',
      {
        conditions: [
          breastCancer({ code: 'C81.1', display: 'Hodgkin lymphoma', body_site: 'Lymphoma', stage_text: 'IV' }),
        ],
      },
      null,
    ],
  ])('%s', (_, rows, because) => expect(told(rows).suspendedBecause).toBe(because));

  type Judged = NonNullable<Rows['oncologyObservations']>[number];
  const at = (on: string, more: Judged): Judged => ({
    category: 'disease-status',
    display: 'Disease status',
    effective_at: `${on}T12:00:00Z`,
    ...more,
  });
  const judged = (...oncologyObservations: Judged[]) =>
    told({ procedures: [lumpectomy], oncologyObservations }).suspendedBecause;
  const GROWS = 'The oncologist judged on 5 Jan 2025 that the cancer is growing.';

  it.each([
    ['Progressive disease', GROWS],
    ['Progression of disease', GROWS],
    ['Condition worsened', GROWS],
    ['Locally recurrent', GROWS],
    ['Relapse', GROWS],
    ['No response, progressive disease', GROWS],
    ['Stable disease', null],
    ['No evidence of recurrence', null],
    ['No evidence of local recurrence', null],
    ['No evidence of disease recurrence', null],
    ['No recurrent or progressive disease', null],
    ['No new lesion; progressive disease', GROWS],
    ['Without progression of disease', null],
    ['Relapse-free', null],
    ['Recurrence-free', null],
  ])('or not when the oncologist judged: %s', (words, because) =>
    expect(judged(at('2025-01-05', { value_text: words }))).toBe(because),
  );

  it('by the judgement’s name or its code too', () => {
    expect(judged(at('2025-01-05', { display: 'Relapse' }))).toBe(GROWS);
    expect(judged(at('2025-01-05', { value_code: 'progressive' }))).toBe(GROWS);
  });

  it('by the newest judgement and no other', () => {
    const grew = (on: string) => at(on, { value_text: 'Progressive disease' });
    const stood = (on: string) => at(on, { value_text: 'Stable disease' });
    expect(judged(grew('2024-06-01'), stood('2025-01-05'))).toBeNull();
    expect(judged(stood('2024-06-01'), grew('2025-01-05'))).toBe(GROWS);
    expect(judged(grew('2025-01-05'), { ...stood('2025-03-01'), category: 'biomarker' })).toBe(GROWS);
  });

  it('only by what was judged after the end of treatment', () => {
    expect(judged(at('2024-02-01', { value_text: 'Progressive disease' }))).toBeNull();
    expect(judged(at('2024-02-02', { value_text: 'Progressive disease' }))).toContain('2 Feb 2024');
    expect(
      told({ oncologyObservations: [at('2025-01-05', { value_text: 'Progressive disease' })] }).suspendedBecause,
    ).toBeNull();
  });
});
