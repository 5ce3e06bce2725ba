import type { Chart, PlanLineRow, PlanRow } from '#api/chart/index.ts';
import { personRefOf, type DirectoryRow } from '#api/identity/index.ts';
import type { PlanCentre } from '../centre.ts';
import { dayIn } from '../calendar.ts';
import { toldPlan } from '../told-plan.ts';
import type { LineAnswer, PlanPaper } from './plan-paper.ts';

/** One version as this reader is told of it, for paper. Dates are days in the centre's time zone, as on the plan. */
export function paperOf(chart: Chart, row: PlanRow, centre: PlanCentre): PlanPaper {
  const { signed, facts, plan, answers } = toldPlan(chart, row, centre);
  const { patient } = chart;
  const day = (moment: string) => dayIn(row.zone, new Date(moment));
  return {
    patient: {
      id: patient.id,
      familyName: patient.family_name,
      givenName: patient.given_name,
      birthDate: patient.birth_date,
      sex: patient.sex,
      mrn: patient.mrn,
    },
    centre: centreOf(row.signer ?? row.drafter),
    // Inherited findings are never signed: who may read them has them from the record.
    facts: signed === null ? facts : { ...signed.facts, genetics: facts.genetics },
    plan,
    version: row.version,
    signature:
      row.signer === null || row.signed_at === null || row.hash === null
        ? null
        : { by: personRefOf(row.signer).name, on: day(row.signed_at), hash: row.hash },
    answers: new Map(answers.flatMap((answer) => answerOf(answer, day) ?? [])),
    madeOn: dayIn(row.zone, chart.now),
  };
}

const centreOf = (person: DirectoryRow | null): PlanPaper['centre'] => ({
  name: person?.organization_name ?? 'Cancer centre',
  telephone: person?.telephone ?? null,
  telephone24x7: person?.telephone_24x7 ?? null,
});

function answerOf(line: PlanLineRow, day: (moment: string) => string): [[string, LineAnswer]] | null {
  const { response, responder, responded_at: at, words, key } = line;
  if (response === 'none' || responder === null || at === null) return null;
  return [[key, { answer: response, by: personRefOf(responder).name, on: day(at), words }]];
}
