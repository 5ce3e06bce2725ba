import { describe, expect, it } from 'vitest';
import { OWN_CATALOGUE } from '#api/duplicate-tests/catalogue.ts';
import type { Situation } from '#api/duplicate-tests/family.ts';
import { judge } from '#api/duplicate-tests/judge.ts';
import type { Verdict } from '#api/duplicate-tests/judgement.ts';
import { recognize } from '#api/duplicate-tests/recognize.ts';
import { contrastIn, lateralityIn } from '#api/duplicate-tests/words.ts';
import { figure } from '#test/access/figure.ts';
import { done, history, NOW } from './histories.ts';
import { LABELLED, type LabelledCase, type NearMiss } from './labelled.ts';

const SITUATIONS: Partial<Record<NearMiss, Situation>> = {
  symptom: 'new-symptom',
  oncology: 'requested-by-oncology',
  change: 'after-treatment-change',
};

function verdictOn({ query, prior, days, because }: LabelledCase): Verdict {
  const code = /^\d+-\d$/.test(prior) ? { system: 'http://loinc.org', code: prior } : { text: prior };
  const known = recognize(code, OWN_CATALOGUE);
  const families = known.found === 'one' ? known.parts : [];
  const imaging = known.found === 'one' && ['imaging', 'procedure'].includes(known.family.group);
  const [test] = done(families[0] ?? 'none', days, {
    families,
    name: prior,
    flag: because === 'abnormal' ? 'high' : imaging ? null : 'normal',
    status: because === 'cancelled' ? 'cancelled' : 'final',
    text: because === 'failed' ? 'Specimen or study inconclusive' : '',
    inpatient: because === 'inpatient',
    laterality: lateralityIn(prior),
    contrast: contrastIn(prior),
  });
  const situation = (because && SITUATIONS[because]) ?? 'routine';
  return judge({ name: { text: query }, on: NOW, situation }, history(test ? [test] : []), OWN_CATALOGUE, NOW).verdict;
}

describe('the labelled set', () => {
  it('has two hundred cases, half of them near-misses', () => {
    expect(LABELLED.length).toBeGreaterThanOrEqual(200);
    expect(LABELLED.filter(({ because }) => because !== undefined).length * 2).toBe(LABELLED.length);
    expect(LABELLED.every(({ query, prior }) => query !== '' && prior !== '')).toBe(true);
  });

  it('is judged as labelled', () => {
    // Who cannot tell which test is meant has not judged it: unknown is no pass.
    const repeats = LABELLED.filter(({ because }) => because === undefined);
    const others = LABELLED.filter(({ because }) => because !== undefined);
    const missed = repeats.filter((one) => !['duplicate', 'probable-duplicate'].includes(verdictOn(one)));
    const alarms = others.filter((one) => verdictOn(one) !== 'not-duplicate');
    const share = (part: number, of: number) => `${part}/${of} = ${((100 * part) / of).toFixed(1)} %`;
    figure(
      `duplicate tests, own labelled set: sensitivity ${share(repeats.length - missed.length, repeats.length)}, specificity ${share(others.length - alarms.length, others.length)}`,
    );
    expect([...missed, ...alarms].map(({ name }) => name)).toEqual([]);
  });
});
