import { createHash } from 'node:crypto';
import type { TreatmentFacts } from './facts/facts.ts';
import type { Plan, PlanLine } from './plan.ts';
import type { Rule } from './rule.ts';

/** What a signature is under: the facts and lines as the oncologist saw them, and the rules that made them. */
export interface SignedContent {
  readonly patientId: string;
  readonly version: number;
  readonly ruleSetVersion: string;
  readonly facts: TreatmentFacts;
  readonly lines: readonly PlanLine[];
  readonly rules: readonly Rule[];
}

/** The text that is signed, and its SHA-256 in hexadecimal. */
export function seal(content: SignedContent): { text: string; hash: string } {
  const text = JSON.stringify(content);
  return { text, hash: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** A signed plan is not what its hash says. */
export class PlanTamperedError extends Error {
  override readonly name = 'PlanTamperedError';
}

/** @throws {PlanTamperedError} when the text has not this hash. */
export function unseal(text: string, hash: string | null): SignedContent {
  if (createHash('sha256').update(text, 'utf8').digest('hex') !== hash) throw new PlanTamperedError();
  return JSON.parse(text) as SignedContent;
}

export const contentOf = (
  patientId: string,
  version: number,
  facts: TreatmentFacts,
  plan: Plan,
  rules: readonly Rule[],
): SignedContent => ({
  patientId,
  version,
  ruleSetVersion: plan.ruleSetVersion,
  facts,
  lines: plan.lines,
  rules: rules.filter(({ key }) => plan.lines.some((line) => line.key === key)),
});
