import { contactsOf, currentMembers } from '#api/care-team/index.ts';
import { newestFirst, provenanceOf, sourceOf, type Chart, type SeriesRow } from '#api/chart/index.ts';
import { seriesOf } from '#api/results/index.ts';
import { diagnosesOf } from './diagnoses.view.ts';
import type { Diagnosis } from './diagnosis.types.ts';
import { inSentence } from './in-sentence.ts';
import { nextStepsOf } from './next-steps.view.ts';
import type { DiseaseStatus, OncologySummary, PerformanceStatus, RedFlag } from './oncology.types.ts';
import { phaseOf } from './phase.ts';
import type { Phase } from './phase.types.ts';
import type { Treatment } from './treatment.types.ts';
import { treatmentsOf } from './treatments.view.ts';

export function oncologySummary(chart: Chart): OncologySummary {
  const diagnoses = diagnosesOf(chart);
  const treatments = treatmentsOf(chart, chart.today);
  const { phase, reason } = chartPhase(chart, diagnoses, treatments);
  const rows = [
    ...chart.rows('conditions').filter(({ category }) => category !== 'problem'),
    ...chart.rows('oncologyObservations'),
    ...chart.rows('procedures'),
    ...chart.rows('medicationUses').filter(({ category }) => category === 'cancer-systemic'),
    ...chart.rows('carePlans'),
    ...chart.rows('flags'),
  ];
  return {
    state: rows.length > 0 ? 'recorded' : 'not-recorded',
    ...provenanceOf(chart, rows),
    phase,
    phaseReason: reason,
    diagnoses,
    treatments,
    tumorMarkers: tumorMarkers(chart),
    performanceStatus: performanceStatus(chart, 'oncologyObservations'),
    diseaseStatus: diseaseStatus(chart),
    redFlags: redFlags(chart),
    contacts: contactsOf(chart, 'oncology'),
    nextSteps: nextStepsOf(chart),
  };
}

/** The diagnosis in one line and the phase: what a list of patients shows of each. */
export function oncologyHeadline(chart: Chart): { diagnosis: string | null; phase: Phase } {
  const diagnoses = diagnosesOf(chart);
  const [primary] = diagnoses;
  const stage = primary?.stage?.group ?? null;
  // "Stage IIIB", "IIIB" and "pT2" all occur as the value of a stage
  const words = stage === null ? null : /^[0IV]/.test(stage) ? `stage ${stage}` : inSentence(stage);
  return {
    diagnosis:
      primary === undefined
        ? null
        : [primary.code.display, words, hasSpreadSince(primary, diagnoses) ? 'since then metastatic' : null]
            .filter((part) => part !== null)
            .join(', '),
    phase: chartPhase(chart, diagnoses, treatmentsOf(chart, chart.today)).phase,
  };
}

const MONTHS_OF_STAGING_MS = 180 * 86_400_000;

/** A stage is of its day: "stage IIB" alone would hide what was found long after it. */
function hasSpreadSince({ stage }: Diagnosis, diagnoses: readonly Diagnosis[]): boolean {
  const stagedAt = Date.parse(stage?.asOf ?? '');
  // Of a local cancer only: "extensive" says already that it had spread.
  if (!/^(?:stage )?(?:0|I(?!V))/i.test(stage?.group ?? '')) return false;
  return diagnoses.some(
    ({ secondary, diagnosedOn }) => secondary && Date.parse(diagnosedOn ?? '') - stagedAt > MONTHS_OF_STAGING_MS,
  );
}

function chartPhase(
  chart: Chart,
  diagnoses: readonly Diagnosis[],
  treatments: readonly Treatment[],
): { phase: Phase; reason: string } {
  const hospice = /hospice/i;
  const team = currentMembers(chart, chart.today);
  const encounters = chart.rows('palliativeEncounters');
  const requests = chart
    .rows('serviceRequests')
    .filter((row) => row.palliative && !['revoked', 'entered-in-error'].includes(row.status ?? ''));
  return phaseOf({
    deceased: chart.patient.deceased,
    hospice:
      team.some((row) => hospice.test(`${row.name} ${row.role} ${row.organization_name ?? ''}`)) ||
      encounters.some((row) => hospice.test(`${row.display ?? ''} ${row.organization_name ?? ''}`)) ||
      requests.some((row) => hospice.test(row.display) && row.status === 'completed'),
    palliativeTeam: team.some((row) => row.team === 'palliative'),
    hasCancer: diagnoses.length > 0,
    metastatic: diagnoses.some((diagnosis) => diagnosis.secondary || isStageFour(diagnosis.stage?.group ?? null)),
    treatments,
    today: chart.today,
  });
}

const isStageFour = (group: string | null) => group !== null && /\bIV[A-C]?\b/.test(group);

/** Numeric markers over time, one line for each test and unit. */
function tumorMarkers(chart: Chart) {
  const rows = chart
    .rows('oncologyObservations')
    .filter((row) => row.category === 'tumor-marker' && row.effective_at !== null)
    .map((row) => ({ ...row, family: row.family ?? row.code ?? row.display }) as SeriesRow);
  return [...Map.groupBy(rows, (row) => `${row.family} ${row.unit ?? ''}`).values()]
    .map((group) => seriesOf(chart, group))
    .sort((a, b) => a.name.localeCompare(b.name));
}

const INSTRUMENTS: Readonly<Record<string, string>> = { ecog: 'ECOG', karnofsky: 'Karnofsky', pps: 'PPS' };

/** The newest performance status, of whatever instrument. */
export function performanceStatus(
  chart: Chart,
  set: 'oncologyObservations' | 'palliativeObservations',
): PerformanceStatus | null {
  const [row] = chart
    .rows(set)
    .filter(({ category }) => category === 'performance-status')
    .sort(newestFirst((o) => o.effective_at));
  if (row === undefined) return null;
  const instrument = INSTRUMENTS[row.family ?? ''] ?? row.display;
  return {
    instrument,
    value: row.value_number,
    text: `${instrument} ${row.value_text ?? row.value_code ?? row.value_number ?? 'without a value'}`,
    asOf: row.effective_at,
    source: sourceOf(chart, row),
  };
}

function diseaseStatus(chart: Chart): DiseaseStatus | null {
  const [row] = chart
    .rows('oncologyObservations')
    .filter(({ category }) => category === 'disease-status')
    .sort(newestFirst((o) => o.effective_at));
  if (row === undefined) return null;
  return {
    text: row.value_text ?? row.value_code ?? 'no value recorded',
    asOf: row.effective_at,
    source: sourceOf(chart, row),
  };
}

function redFlags(chart: Chart): RedFlag[] {
  return chart
    .rows('flags')
    .filter((row) => row.status === 'active' && (row.ended_on === null || row.ended_on >= chart.today))
    .sort(newestFirst((row) => row.started_on))
    .map((row) => ({
      id: row.id,
      text: row.display,
      category: row.category,
      since: row.started_on,
      source: sourceOf(chart, row),
    }));
}
