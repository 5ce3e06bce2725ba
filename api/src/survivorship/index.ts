export { buildPlan } from './build-plan.ts';
export type { TreatmentFacts } from './facts/facts.ts';
export type { Plan } from './plan.ts';
export { readRecordForPlan } from './read-plan.ts';
export { servePaper } from './serve-paper.ts';
export { SurvivorshipResolver } from './survivorship.resolver.ts';
export { OWN_RULES } from './data/rule-set.ts';
export { OWN_CENTRE, readCentreRules, type PlanCentre, type PlanContext } from './centre.ts';
export type { RuleSet } from './rule.ts';
