import type { Palliative, SymptomSeries } from '#portal/palliative/palliative.query.ts';
import { contactWords } from '#portal/oncology/outline.ts';
import { capital, joined, notRecorded, unbroken, type OutlineBlock } from '#portal/patient/outline.ts';
import { dateWords, dayWords } from '#portal/ui/dates.ts';
import { involvementWords, ragWords, severityWords, statusWords } from '#portal/ui/words.ts';

export function palliativeOutline(palliative: Palliative, timeZone: string): OutlineBlock[] {
  if (palliative.state === 'NOT_RECORDED') return [{ title: 'Palliative care', lines: [notRecorded] }];
  const { involved, involvedSince, contact24x7, symptomScores } = palliative;
  const facts = factsOf(palliative, timeZone);
  const missing = facts.filter(([, fact]) => !fact).map(([name]) => name.toLowerCase());
  if (symptomScores.length === 0) missing.push('symptoms');
  return [
    {
      title: 'Palliative care',
      lines: [
        `${joined([involvementWords[involved], involvedSince && `since ${dateWords(involvedSince)}`])}.`,
        ...(contact24x7 ? [capital(contactWords(contact24x7))] : []),
        ...facts.flatMap(([name, fact]) => (fact ? [`${name}: ${fact}`] : [])),
        ...symptomLines(symptomScores, timeZone),
        // Said once and for all, so that nobody takes what is absent for "none".
        ...(missing.length > 0 ? [`Not recorded: ${missing.join(', ')}.`] : []),
      ],
    },
  ];
}

/** What is agreed, and who looks after it; an empty fact was not recorded. */
function factsOf(palliative: Palliative, timeZone: string): (readonly [name: string, fact: string])[] {
  const { codeStatus, stage, surpriseReview, performanceStatus, carer } = palliative;
  const day = (instant: string | null): string | null => instant && dayWords(instant, timeZone);
  const directives = palliative.advanceDirectives.map(
    ({ kind, status, asOf }) => `${kind} (${joined([statusWords(status), day(asOf)])})`,
  );
  const justInCase = palliative.anticipatoryMedicines.map(({ name, dose, reason }) =>
    joined([name, dose, reason && `for ${reason}`]),
  );
  const others = othersOf(palliative);
  const reached = (telephone: string | null): string | null => telephone && unbroken(telephone);
  return [
    ['Code status', codeStatus ? joined([codeStatus.text, day(codeStatus.asOf)]) : ''],
    ['Advance directives', directives.join('; ')],
    ['Palliative stage', stage ? joined([`${ragWords[stage.rag]}, ${stage.meaning}`, day(stage.asOf)]) : ''],
    [
      'Surprise question',
      surpriseReview ? joined([surpriseWords(surpriseReview.wouldBeSurprised), day(surpriseReview.asOf)]) : '',
    ],
    ['Performance status', performanceStatus ? joined([performanceStatus.text, day(performanceStatus.asOf)]) : ''],
    ['Goals of care', palliative.careGoals.map(({ text }) => text).join('; ')],
    ['Preferences', palliative.preferences.map(({ text }) => text).join('; ')],
    ['Just-in-case medicines', justInCase.join('; ')],
    ['Carer', carer ? joined([carer.name, carer.relationship, reached(carer.telephone)]) : ''],
    [
      'Team',
      (others.length > 0 ? others : palliative.team)
        .map(({ name, role, telephone }) => joined([name, role, reached(telephone)]))
        .join('; '),
    ],
  ];
}

/** The team without the line that answers day and night, which is named first and once. */
export const othersOf = ({ team, contact24x7 }: Pick<Palliative, 'team' | 'contact24x7'>): Palliative['team'] =>
  team.filter(({ name, telephone }) => name !== contact24x7?.name || telephone !== contact24x7.telephone);

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
  const assessments = Map.groupBy(series, ({ instrument, latest }) =>
    joined([instrument, latest && dayWords(latest.at, timeZone)], ' '),
  );
  return [...assessments].map(
    ([assessment, scores]) => `Symptoms, ${assessment}: ${scores.map(symptomWords).join('; ')}`,
  );
}
