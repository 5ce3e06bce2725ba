import { frameEn } from '#portal/survivorship/copy/frame.en.ts';
import { frameEs } from '#portal/survivorship/copy/frame.es.ts';
import type { Language, PlainFrame, PlainRule } from '#portal/survivorship/copy/plain-words.ts';
import { rulesEn } from '#portal/survivorship/copy/rules.en.ts';
import { rulesEs } from '#portal/survivorship/copy/rules.es.ts';
import { byUrgency, isAdvice } from '#portal/survivorship/line-groups.ts';
import type { Plan, PlanLine } from '#portal/survivorship/plan.query.ts';

interface PlainWords {
  frame: PlainFrame;
  rules: Readonly<Record<string, PlainRule>>;
}

export const plainWords: Record<Language, PlainWords> = {
  en: { frame: frameEn, rules: rulesEn },
  es: { frame: frameEs, rules: rulesEs },
};

export interface CopyItem extends PlainRule {
  key: string;
  /** Empty for advice. */
  when: string;
  /** Null: the patient. */
  who: string | null;
}

export interface CopyDocument {
  onHold: boolean;
  next: readonly CopyItem[];
  self: readonly CopyItem[];
  not: readonly CopyItem[];
  /** Lines without plain words, as the clinicians read them: rules of a centre, lines written by hand. */
  other: readonly string[];
}

type CopiedPlan = Pick<Plan, 'state' | 'lines'>;

/** What the patient's copy says of a plan. Lines that were declined or do not apply are left out. */
export function composeCopy({ state, lines }: CopiedPlan, language: Language): CopyDocument {
  const { frame, rules } = plainWords[language];
  const onHold = state === 'SUSPENDED';
  const told = lines.filter((line) => line.state !== 'DECLINED' && line.state !== 'NOT_APPLICABLE').toSorted(byUrgency);
  const items = (wanted: (line: PlanLine) => boolean): CopyItem[] =>
    told.flatMap((line) => {
      const rule = rules[line.key];
      if (!rule || !wanted(line)) return [];
      const own = line.owner === 'PATIENT';
      return [
        {
          ...rule,
          key: line.key,
          when: isAdvice(line) || own || onHold ? '' : whenOf(line, frame),
          who: own || isAdvice(line) ? null : frame.owners[line.owner],
        },
      ];
    });
  return {
    onHold,
    next: items((line) => !isAdvice(line) && line.owner !== 'PATIENT'),
    self: items((line) => !isAdvice(line) && line.owner === 'PATIENT'),
    not: items(isAdvice),
    other: told.flatMap(({ key, title }) => (rules[key] ? [] : [title])),
  };
}

export const plainDate = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

function whenOf({ state, nextDue, lastDone }: PlanLine, frame: PlainFrame): string {
  const date = (day: string): string => plainDate(day, frame.locale);
  if (nextDue !== null) return state === 'OVERDUE' ? frame.late(date(nextDue)) : frame.due(date(nextDue));
  return state === 'DONE' && lastDone !== null ? frame.done(date(lastDone.on)) : frame.atVisits;
}

/** Every sentence of a copy in reading order, headings included; names of people, places and medicines are not in it. */
export function copySentences({ onHold, next, self, not, other }: CopyDocument, language: Language): string[] {
  const { frame } = plainWords[language];
  const told = (items: readonly CopyItem[]): string[] =>
    items.flatMap(({ title, text, when, who }) => [
      `${title}.`,
      text,
      ...(when ? [when] : []),
      ...(who ? [`${frame.who}: ${who}.`] : []),
    ]);
  const section = (title: string, text: string, items: readonly CopyItem[]): string[] =>
    items.length === 0 ? [] : [`${title}.`, ...(text ? [text] : []), ...told(items)];
  return [
    `${frame.title}.`,
    onHold ? frame.onHold : frame.intro,
    `${frame.callTitle}.`,
    frame.callText,
    ...section(frame.selfTitle, '', self),
    ...section(frame.nextTitle, onHold ? '' : frame.nextText, next),
    ...section(frame.notTitle, '', not),
    ...(other.length > 0 ? [`${frame.otherTitle}.`, frame.otherText] : []),
    `${frame.hadTitle}.`,
    frame.hadText,
    frame.endText,
  ];
}
