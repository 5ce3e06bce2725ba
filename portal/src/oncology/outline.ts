import type { Contact, Diagnosis, Oncology, Treatment } from '#portal/oncology/oncology.query.ts';
import { diagnosisName, doseWords, spanWords, stageBasisWords, stageWords } from '#portal/oncology/words.ts';
import { joined, notRecorded, unbroken, type OutlineBlock } from '#portal/patient/outline.ts';
import { latestWords, trendWords } from '#portal/results/trend-words.ts';
import { dateWords, dayWords, planWords } from '#portal/ui/dates.ts';
import { kindWords, phaseWords, statusWords } from '#portal/ui/words.ts';

export function oncologyOutline(oncology: Oncology, now: number, timeZone: string): OutlineBlock[] {
  const { diagnoses, treatments, tumorMarkers, redFlags, nextSteps, performanceStatus, diseaseStatus } = oncology;
  const day = (instant: string | null): string | null => instant && dayWords(instant, timeZone);
  return [
    {
      title: 'Red flags',
      lines: redFlags.length ? redFlags.map(({ text }) => text) : [notRecorded],
      urgent: redFlags.length > 0,
    },
    {
      title: 'Diagnosis',
      lines: diagnoses.length ? diagnoses.map((diagnosis) => diagnosisLine(diagnosis, timeZone)) : [notRecorded],
    },
    {
      title: 'Phase',
      lines: [
        joined([`${phaseWords[oncology.phase]}.`, oncology.phaseReason], ' '),
        `Performance status: ${performanceStatus ? joined([performanceStatus.text, day(performanceStatus.asOf)]) : 'not recorded'}`,
        `Disease status: ${diseaseStatus ? joined([diseaseStatus.text, day(diseaseStatus.asOf)]) : 'not recorded'}`,
      ],
    },
    { title: 'Cancer treatment', lines: treatments.length ? treatments.map(treatmentLine) : [notRecorded] },
    {
      title: 'Next steps',
      lines: nextSteps.length
        ? nextSteps.map(({ text, due, at, owner }) =>
            joined([text, planWords({ due, at }, now, timeZone) ?? 'no date', owner ?? 'nobody named yet']),
          )
        : [notRecorded],
    },
    {
      title: 'Tumour markers',
      lines: tumorMarkers.length
        ? tumorMarkers.map((series) => `${latestWords(series, timeZone)}. ${trendWords(series, timeZone)}.`)
        : [notRecorded],
    },
  ];
}

export function contactWords({ name, role, organization, telephone, aroundTheClock }: Contact): string {
  return `${joined([name, role === name ? null : role, organization])}: ${unbroken(telephone)}${aroundTheClock ? ' (24/7)' : ''}`;
}

function diagnosisLine(diagnosis: Diagnosis, timeZone: string): string {
  const { stage, histology, diagnosedOn, diagnosedPrecision, biomarkers, secondary } = diagnosis;
  const name = joined([diagnosisName(diagnosis), stage && stageWords(stage)]);
  const basis = stage && stageBasisWords(stage, timeZone);
  return `${joined(
    [
      joined([name, basis && `[${basis}]`], ' '),
      !secondary && !stage && 'stage not recorded',
      histology && histology !== diagnosis.code.display && `histology: ${histology}`,
      diagnosedOn && `diagnosed ${dateWords(diagnosedOn, diagnosedPrecision)}`,
      biomarkers.length > 0 && biomarkers.map(({ name: marker, value }) => `${marker} ${value}`).join(', '),
    ],
    '; ',
  )}.`;
}

function treatmentLine(treatment: Treatment): string {
  const { kind, name, intent, status, doses, terminationReason } = treatment;
  return `${joined(
    [
      `${kindWords[kind]}: ${joined([name, intent && `${intent} intent`])}`,
      spanWords(treatment),
      joined([statusWords(status), terminationReason], ': '),
      doses.length > 0 && doses.map(doseWords).join(', '),
    ],
    '; ',
  )}.`;
}
