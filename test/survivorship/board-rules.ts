// What the breast board of a centre decides for itself, as its file of rules says it.
import { OWN_CENTRE } from '#api/survivorship/index.ts';
import type { Rule } from '#api/survivorship/rule.ts';

/** A rule that comes with Portage. */
export function ownRule(key: string): Rule {
  const rule = OWN_CENTRE.rules.rules.find((one) => one.key === key);
  if (rule === undefined) throw new Error(`no rule ${key} comes with Portage`);
  return rule;
}

/** A line that Portage does not bring. */
export const ARMS: Rule = {
  key: 'breast-arm',
  kind: 'late-effect',
  what: 'Measure both arms',
  owner: 'primary-care',
  cancers: ['breast'],
  schedule: null,
  doneBy: [],
  why: 'Lymphoedema that is found early is treated early.',
  source: 'Three Rivers breast board',
  year: 2027,
  confidence: 'A',
};
