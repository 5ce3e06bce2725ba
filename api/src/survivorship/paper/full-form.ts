import { dayInWords } from '../calendar.ts';
import type { Fact } from '../facts/facts.ts';
import type { PlanLine } from '../plan.ts';
import { RULE_KINDS } from '../rule.ts';
import type { PlanPaper } from './plan-paper.ts';
import { list, pairs, words, type Block, type Part, type Sheet } from './sheet.ts';
import { byUrgency, warningOf } from './short-form.ts';
import { callPairs, provenanceOf, saidInWords } from './treatment-parts.ts';
import {
  answerInWords,
  doneInWords,
  dueInWords,
  KINDS,
  ownerInWords,
  patientInWords,
  sourceInWords,
  stampOf,
  whatInWords,
} from './words.ts';

/** Everything that the plan says: each fact with its source, each line with its reason, what does not apply and why. */
export function fullForm(paper: PlanPaper): Sheet {
  const { plan, answers } = paper;
  return {
    title: 'Survivorship care plan, in full',
    subtitle: patientInWords(paper),
    stamp: stampOf(paper),
    warning: warningOf(paper),
    parts: [
      { heading: 'Whom to call', blocks: [callPairs(paper)] },
      ...treatment(paper),
      ...missing(paper),
      ...RULE_KINDS.flatMap((kind) => {
        const lines = plan.lines.filter((line) => line.kind === kind && line.state !== 'not-applicable');
        if (lines.length === 0) return [];
        return [{ heading: KINDS[kind], blocks: lines.toSorted(byUrgency).flatMap((line) => told(line, answers)) }];
      }),
      ...notApplicable(plan.lines),
      {
        heading: 'How sure each source is',
        blocks: [
          words(
            'A: read in the source named. B: read in a secondary copy. C: not verified; the cancer centre reviews it. The centre may replace every rule.',
          ),
        ],
      },
    ],
  };
}

function treatment({ facts }: PlanPaper): Part[] {
  const groups: [heading: string, facts: readonly Fact[]][] = [
    ['Diagnosis', facts.diagnoses],
    ['Markers', facts.diagnoses.flatMap(({ biomarkers }) => biomarkers)],
    ['Surgery', facts.surgery],
    ['Systemic therapy', facts.systemic],
    ['Radiation', facts.radiation],
    ['Transplant', facts.transplants],
    ['Ongoing therapy', facts.ongoing],
    ['Ongoing toxicity', facts.toxicities],
    ['Genetic findings', facts.genetics],
  ];
  const rows = groups.flatMap(([name, of]) =>
    of.map((fact) => [name, fact.text, fact.on === null ? '' : dayInWords(fact.on), provenanceOf(fact)]),
  );
  rows.push(
    ...facts.filled.map((fact) => [
      fact.what,
      saidInWords(fact),
      dayInWords(fact.at.slice(0, 10)),
      `filled in by ${fact.by}`,
    ]),
  );
  if (rows.length === 0) return [{ heading: 'Treatment summary', blocks: [words('The record holds none.')] }];
  const columns = [
    { head: 'Kind', share: 15 },
    { head: 'Fact', share: 41 },
    { head: 'Date', share: 14 },
    { head: 'Source', share: 30 },
  ];
  return [{ heading: 'Treatment summary', blocks: [{ kind: 'table', columns, rows }] }];
}

function missing({ facts }: PlanPaper): Part[] {
  const items = [...facts.missing.map(({ what, why }) => `${what}: ${why}`), ...facts.faults.map(({ text }) => text)];
  return items.length === 0 ? [] : [{ heading: 'What the record does not say, or says twice', blocks: [list(items)] }];
}

function told(line: PlanLine, answers: PlanPaper['answers']): Block[] {
  const answer = answers.get(line.key);
  const dated = line.interval !== null || line.nextDue !== null;
  return [
    { kind: 'subheading', text: whatInWords(line) },
    pairs([
      ['Who', line.against ? null : ownerInWords(line)],
      ['When', dated ? [dueInWords(line), line.interval].filter((text) => text !== null).join('; ') : null],
      ['Last done', dated || line.lastDone !== null ? doneInWords(line) : null],
      ['Target', line.target],
      ['Why', `${line.why} ${line.reason}`.trim()],
      ['Answer', answer === undefined ? null : answerInWords(answer)],
      ['Source', sourceInWords(line)],
    ]),
  ];
}

function notApplicable(lines: readonly PlanLine[]): Part[] {
  const items = lines.filter(({ state }) => state === 'not-applicable').map(({ what, reason }) => `${what}. ${reason}`);
  return items.length === 0 ? [] : [{ heading: 'Looked at and not planned', blocks: [list(items)] }];
}
