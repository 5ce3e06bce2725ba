import type { RuleSet } from '../rule.ts';
import { LATE_EFFECT_RULES } from './late-effects.ts';
import { ADVISED_AGAINST, COMORBIDITY_RULES, LIVING } from './living.ts';
import { BONE_AND_HEART, IMMUNISATIONS, SCREENING } from './prevention.ts';
import { SURVEILLANCE } from './surveillance.ts';

/** Portage's own rules: a default that a cancer centre reviews and may replace (`centre-rules.ts`). */
export const OWN_RULES: RuleSet = {
  // Changes with every change of a rule.
  version: 'portage 2026-11-22.3',
  rules: [
    ...SURVEILLANCE,
    ...LATE_EFFECT_RULES,
    ...SCREENING,
    ...IMMUNISATIONS,
    ...BONE_AND_HEART,
    ...COMORBIDITY_RULES,
    ...LIVING,
    ...ADVISED_AGAINST,
  ],
};
