import { dayInWords, isDay } from '../calendar.ts';
import type { Fact, FilledFact } from '../facts/facts.ts';
import type { PlanPaper } from './plan-paper.ts';
import { pairs, type Block } from './sheet.ts';

const together = (facts: readonly { readonly text: string }[]): string | null =>
  facts.length === 0 ? null : facts.map(({ text }) => text).join('; ');

/** The treatment summary, a line for each thing that has one. What is not recorded is named apart. */
export function treatmentPairs(paper: PlanPaper): Block {
  const { facts } = paper;
  return pairs([
    ['Diagnosis', together(facts.diagnoses.filter(({ secondary }) => !secondary))],
    ['Spread', together(facts.diagnoses.filter(({ secondary }) => secondary))],
    ['Markers', together(facts.diagnoses.flatMap(({ biomarkers }) => biomarkers))],
    ['Surgery', together(facts.surgery)],
    ['Systemic therapy', together(facts.systemic)],
    ['Anthracyclines in all', anthracyclines(paper)],
    ['Radiation', together(facts.radiation)],
    ['Transplant', together(facts.transplants)],
    ['Ongoing therapy', together(facts.ongoing)],
    ['Ongoing toxicity', together(facts.toxicities)],
    ['Genetic findings', together(facts.genetics)],
    ['Filled in by hand', together(facts.filled.map(filledInWords))],
    ['Not recorded', facts.missing.length === 0 ? null : facts.missing.map(({ what }) => what).join('; ')],
  ]);
}

/** What the heart has had, whichever of them it was. */
function anthracyclines({ facts }: PlanPaper): string | null {
  const doses = facts.systemic.flatMap(({ cumulative }) => cumulative?.doxorubicinEquivalent ?? []);
  if (doses.length === 0) return null;
  return `counts as ${Math.round(doses.reduce((sum, dose) => sum + dose, 0))} mg/m² of doxorubicin`;
}

/** "End of treatment: 2 May 2026 (Ada Okafor)" */
const filledInWords = (fact: FilledFact) => ({ text: `${fact.what}: ${saidInWords(fact)} (${fact.by})` });

/** What was filled in; a day as people write one. */
export const saidInWords = ({ text }: FilledFact): string => (isDay(text) ? dayInWords(text) : text);

/** Where a fact comes from, as of when, and who filled in what the record leaves open. */
export function provenanceOf({ source, filledInBy }: Fact): string {
  const byHand = `filled in by ${filledInBy ?? 'a person'}`;
  if (source === null) return byHand;
  const { name, resourceType, id, asOf, receivedAt } = source;
  const recorded = `${name}, ${resourceType} ${id}, as of ${dayInWords((asOf ?? receivedAt).slice(0, 10))}`;
  return filledInBy === null ? recorded : `${recorded}; in part ${byHand}`;
}

/** Whom to call, the number that is answered day and night first, and once: the care team names it as a line of its own. */
export function callPairs({ centre, facts }: PlanPaper): Block {
  const others = facts.contacts.filter(
    ({ role, telephone }) => role !== null || telephone === null || telephone !== centre.telephone24x7,
  );
  return pairs([
    [`${centre.name}, day and night`, centre.telephone24x7],
    [`${centre.name}, office hours`, centre.telephone],
    ...others.map(({ name, role, telephone }): [string, string | null] => [
      role === null ? name : `${name}, ${role}`,
      telephone ?? 'telephone not recorded',
    ]),
  ]);
}
