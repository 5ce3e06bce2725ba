import { every, type Day } from '#seeds/days.ts';
import type { Chart } from './chart.ts';
import { immunise, medicine, problem } from './record.ts';
import { chemistry, drift, lipids } from './results.ts';
import { vitals } from './vitals.ts';

interface ChronicFacts {
  /** First visit that is recorded. */
  since: Day;
  /** HbA1c in per cent over the whole time; its presence means type 2 diabetes. */
  hba1c?: readonly number[];
  /** Systolic and diastolic pressure; their presence means hypertension. */
  pressure?: readonly [systolic: readonly number[], diastolic: readonly number[]];
  /** When not lisinopril. */
  pressureMedicine?: readonly [name: string, dose: string];
  creatinine?: readonly number[];
  glucose?: readonly number[];
  albumin?: readonly number[];
  ldl?: readonly number[];
  /** Where the cancer is in the liver: the practice's laboratory sees it too. */
  liver?: Readonly<Record<'alt' | 'ast' | 'alp' | 'bilirubin', readonly number[]>>;
  weight: readonly number[];
  /** Years before `since` that the conditions began. */
  years?: number;
}

/** What the family practice looks after, from the practice's own laboratory: drifting, never still. */
export function chronicCare(chart: Chart, facts: ChronicFacts): void {
  chart.fromPractice(() => {
    const began = facts.since - Math.round((facts.years ?? 6) * 365);
    const visits = every(facts.since, chart.lastDay, 91);
    const half = visits.filter((_, i) => i % 2 === 0);
    if (facts.hba1c) {
      problem(chart, { icd10: 'E11.9', name: 'Type 2 diabetes mellitus', since: began });
      medicine(chart, {
        name: 'metformin',
        dose: '1000 mg by mouth twice daily',
        since: began,
        reason: 'Type 2 diabetes mellitus',
      });
      drift(chart, 'hba1c', visits, facts.hba1c);
      drift(chart, 'albuminCreatinine', half, [14, 26]);
    }
    if (facts.pressure) {
      problem(chart, { icd10: 'I10', name: 'Hypertension', since: began });
      const [name, dose] = facts.pressureMedicine ?? ['lisinopril', '20 mg by mouth daily'];
      medicine(chart, { name, dose, since: began, reason: 'Hypertension' });
    }
    if (facts.ldl) {
      problem(chart, { icd10: 'E78.5', name: 'Hyperlipidaemia', since: began });
      medicine(chart, { name: 'atorvastatin', dose: '20 mg by mouth daily', since: began, reason: 'Hyperlipidaemia' });
      lipids(
        chart,
        half.filter((_, i) => i % 2 === 0),
        facts.ldl,
      );
    }
    chemistry(chart, half, {
      ...(facts.creatinine && { creatinine: facts.creatinine }),
      ...(facts.albumin && { albumin: facts.albumin }),
      ...facts.liver,
      ...(facts.hba1c && { glucose: facts.glucose ?? [138, 160] }),
    });
    vitals(chart, {
      on: visits,
      weight: facts.weight,
      ...(facts.pressure && { systolic: facts.pressure[0], diastolic: facts.pressure[1] }),
    });
    // The autumn campaign, as far back as the record goes.
    immunise(
      chart,
      chart.facts.age >= 65 ? 'high-dose influenza' : 'influenza',
      ...every(facts.since + 40, chart.lastDay, 365).slice(-3),
    );
  });
}
