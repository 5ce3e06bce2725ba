import { contactsOf, currentMembers, memberOf } from '#api/care-team/index.ts';
import { earliest, newestFirst, provenanceOf, sourceOf, type Chart } from '#api/chart/index.ts';
import { medicationItem } from '#api/clinical/index.ts';
import { performanceStatus } from '#api/oncology/index.ts';
import type { PalliativeStage, SurpriseReview } from './assessment.types.ts';
import { GSF_STAGES } from './instruments.ts';
import type { Involvement, PalliativeSummary } from './palliative.types.ts';
import { symptomScores } from './symptoms.view.ts';
import { advanceDirectives, careGoals, carerOf, codeStatus, preferences } from './wishes.view.ts';

export function palliativeSummary(chart: Chart): PalliativeSummary {
  const team = currentMembers(chart, chart.today).filter((row) => row.team === 'palliative');
  const observations = chart
    .rows('palliativeObservations')
    .filter((row) => row.category !== 'performance-status' || row.needs.includes('palliative'));
  const medicines = chart
    .rows('medicationUses')
    .filter((row) => row.category === 'anticipatory' && row.status !== 'entered-in-error');
  const encounters = chart.rows('palliativeEncounters');
  const directives = advanceDirectives(chart);
  const goals = chart.rows('goals').filter(({ needs }) => needs.includes('palliative'));
  const rows = [
    ...team,
    ...observations,
    ...goals,
    ...chart.rows('consents').filter(({ kind }) => kind !== 'privacy'),
    ...medicines,
    ...encounters,
  ];
  const involved = involvement(chart, team.length > 0 || encounters.length > 0);
  return {
    state: rows.length > 0 ? 'recorded' : 'not-recorded',
    ...provenanceOf(chart, rows),
    involved,
    involvedSince:
      involved === 'involved'
        ? earliest([
            ...team.map((row) => row.started_on),
            ...encounters.map((row) => row.started_at?.slice(0, 10) ?? null),
          ])
        : null,
    team: team.map(memberOf),
    contact24x7: contactsOf(chart, 'palliative').find(({ aroundTheClock }) => aroundTheClock) ?? null,
    careGoals: careGoals(chart, goals),
    codeStatus: codeStatus(chart),
    advanceDirectives: directives,
    surpriseReview: surpriseReview(chart),
    stage: stageOf(chart),
    symptomScores: symptomScores(chart),
    performanceStatus: performanceStatus(chart, 'palliativeObservations'),
    anticipatoryMedicines: medicines.map((row) => medicationItem(chart, row)),
    carer: carerOf(chart),
    preferences: preferences(chart),
  };
}

/** A team or an encounter shows involvement, an open request a referral, a team of the past its end; nothing shows nothing. */
function involvement(chart: Chart, seen: boolean): Involvement {
  if (seen) return 'involved';
  const requested = chart
    .rows('serviceRequests')
    .some((row) => row.palliative && ['active', 'draft', 'on-hold'].includes(row.status ?? ''));
  if (requested) return 'referred';
  const ended = chart
    .rows('careTeamMembers')
    .some((row) => row.team === 'palliative' && row.status !== 'entered-in-error');
  return ended ? 'not-involved' : 'not-recorded';
}

function newestAssessment(chart: Chart, code: string) {
  return chart
    .rows('palliativeObservations')
    .filter((row) => row.code === code)
    .sort(newestFirst((row) => row.effective_at))[0];
}

function surpriseReview(chart: Chart): SurpriseReview | null {
  const row = newestAssessment(chart, 'surprise-question');
  if (row === undefined) return null;
  const answer = (row.value_text ?? row.value_code ?? '').toLowerCase();
  if (!['true', 'yes', 'false', 'no'].includes(answer)) return null;
  return {
    wouldBeSurprised: answer === 'true' || answer === 'yes',
    asOf: row.effective_at,
    source: sourceOf(chart, row),
  };
}

function stageOf(chart: Chart): PalliativeStage | null {
  const row = newestAssessment(chart, 'gsf-stage');
  const stage = GSF_STAGES[(row?.value_code ?? row?.value_text ?? '').toLowerCase()];
  if (row === undefined || stage === undefined) return null;
  return { ...stage, asOf: row.effective_at, source: sourceOf(chart, row) };
}
