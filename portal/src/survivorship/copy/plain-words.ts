import type { Owner } from '#portal/survivorship/plan.query.ts';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** What one rule means to the patient. No interval and no date: those come from the plan, where they can be changed. */
export interface PlainRule {
  title: string;
  text: string;
}

/** Everything around the rules. */
export interface PlainFrame {
  /** As the language names itself. */
  name: string;
  locale: string;
  title: string;
  intro: string;
  onHold: string;
  callTitle: string;
  callText: string;
  noNumber: string;
  dayAndNight: string;
  hadTitle: string;
  hadText: string;
  had: Record<'diagnoses' | 'surgery' | 'systemic' | 'radiation' | 'transplants' | 'ongoing', string>;
  nextTitle: string;
  nextText: string;
  selfTitle: string;
  notTitle: string;
  otherTitle: string;
  /** Before what no plain words are kept for. */
  otherText: string;
  endText: string;
  who: string;
  owners: Record<Owner, string>;
  /** Around a date. */
  due: (date: string) => string;
  late: (date: string) => string;
  done: (date: string) => string;
  atVisits: string;
  born: string;
  printed: string;
  signed: (version: number, name: string, date: string) => string;
}

/** Names the wording; it changes with every change of a sentence. Written for Portage: the cancer centre reviews it. */
export const wordingVersion = 'portage plain words 2026-11-22';
