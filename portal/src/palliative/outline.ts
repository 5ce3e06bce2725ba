import type { Palliative, SymptomSeries } from '#portal/palliative/palliative.query.ts';
import { contactWords } from '#portal/oncology/outline.ts';
import { joined, notRecorded, unbroken, type OutlineBlock } from '#portal/patient/outline.ts';
import { dateWords, dayWords } from '#portal/ui/dates.ts';
import { involvementWords, ragWords, severityWords, statusWords } from '#portal/ui/words.ts';

export function palliativeOutline(palliative: Palliative, timeZone: string): OutlineBlock[] {
  const { involved, involvedSince, contact24x7, codeStatus, stage, surpriseReview, performanceStatus, carer } =
    palliative;
  if (palliative.state === 'NOT_RECORDED') return [{ title: 'Palliative care', lines: [notRecorded] }];
  const day = (instant: string | null): string | null => instant && dayWords(instant, timeZone);
  const list = (title: string, items: readonly string[]): string =>
    `${title}: ${items.length ? items.join('; ') : 'not recorded'}`;
  return [
    {
      title: 'Palliative care',
      lines: [
        `${joined([involvementWords[involved], involvedSince && `since ${dateWords(involvedSince)}`])}.`,
        `Code status: ${codeStatus ? joined([codeStatus.text, day(codeStatus.asOf)]) : 'not recorded'}`,
        list(
          'Advance directives',
          palliative.advanceDirectives.map(
            ({ kind, status, asOf }) => `${kind} (${joined([statusWords(status), day(asOf)])})`,
          ),
        ),
        `Palliative stage: ${stage ? joined([`${ragWords[stage.rag]}, ${stage.meaning}`, day(stage.asOf)]) : 'not recorded'}`,
        `Surprise question: ${surpriseReview ? joined([surpriseWords(surpriseReview.wouldBeSurprised), day(surpriseReview.asOf)]) : 'not recorded'}`,
        `Performance status: ${performanceStatus ? joined([performanceStatus.text, day(performanceStatus.asOf)]) : 'not recorded'}`,
        list(
          'Goals of care',
          palliative.careGoals.map(({ text }) => text),
        ),
        list(
          'Preferences',
          palliative.preferences.map(({ text }) => text),
        ),
        ...symptomLines(palliative.symptomScores, timeZone),
        list(
          'Just-in-case medicines',
          palliative.anticipatoryMedicines.map(({ name, dose, reason }) =>
            joined([name, dose, reason && `for ${reason}`]),
          ),
        ),
        `Carer: ${carer ? joined([carer.name, carer.relationship, carer.telephone && unbroken(carer.telephone)]) : 'not recorded'}`,
        list(
          'Team',
          palliative.team.map(({ name, role, telephone }) => joined([name, role, telephone && unbroken(telephone)])),
        ),
        ...(contact24x7 ? [`Palliative line: ${contactWords(contact24x7)}`] : []),
      ],
    },
  ];
}

/** The surprise question prompts a review; it is not a forecast and is never worded as one. */
export const surpriseWords = (wouldBeSurprised: boolean): string =>
  wouldBeSurprised ? 'yes, death soon would be a surprise' : 'no, death soon would not be a surprise';

/** "Breathlessness 8 of 10, severe" */
export function symptomWords({ name, latest, max, severity }: SymptomSeries): string {
  if (!latest) return `${name}: no score`;
  return `${name} ${joined([latest.value === null ? latest.text : `${latest.value} of ${max}`, severity && severityWords[severity]])}`;
}

/** One line for each assessment: "Symptoms, ESAS 13 Nov 2026: …". */
function symptomLines(series: readonly SymptomSeries[], timeZone: string): string[] {
  if (series.length === 0) return ['Symptoms: not recorded'];
  const assessments = Map.groupBy(series, ({ instrument, latest }) =>
    joined([instrument, latest && dayWords(latest.at, timeZone)], ' '),
  );
  return [...assessments].map(
    ([assessment, scores]) => `Symptoms, ${assessment}: ${scores.map(symptomWords).join('; ')}`,
  );
}
