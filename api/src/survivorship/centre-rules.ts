import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Catalogue } from '#api/duplicate-tests/index.ts';
import { doneKeysOf, unknownKey } from './done-keys.ts';
import { ruleWithOwner, type Rule, type RuleSet } from './rule.ts';

/** A centre's rules cannot be used. Each of `faults` says which rule, which field and why, for the person who wrote them. */
export class CentreRulesError extends Error {
  override readonly name = 'CentreRulesError';
  constructor(readonly faults: readonly string[]) {
    super(`the file of follow-up rules cannot be used:\n${faults.join('\n')}`);
  }
}

const file = z.strictObject({
  /** Named on every plan that is made by these rules. */
  version: z.string().min(3).max(80),
  /** Rules that are new, or replace the one with the same key. */
  rules: z.array(z.looseObject({ key: z.string() })).default([]),
  /** Keys of rules that the centre does not use. */
  without: z.array(z.string()).default([]),
});

/**
 * A rule set with a centre's own rules, out of JSON or YAML.
 * @param catalogue the test families by which the centre's records are told what was done
 * @throws {CentreRulesError} with every fault that the file has; nothing of a faulty file is used.
 */
export async function loadCentreRules(path: string, base: RuleSet, catalogue: Catalogue): Promise<RuleSet> {
  return withCentreRules(await readFile(path, 'utf8'), base, catalogue);
}

export function withCentreRules(text: string, base: RuleSet, catalogue: Catalogue): RuleSet {
  const read = file.safeParse(contentOf(text));
  if (!read.success) throw new CentreRulesError(read.error.issues.map((issue) => worded('the file', issue)));
  const { version, rules, without } = read.data;
  const faults: string[] = [];
  const known = doneKeysOf(catalogue);
  const byKey = new Map(base.rules.map((rule) => [rule.key, rule]));
  for (const key of without) {
    if (!byKey.delete(key)) faults.push(`without: there is no rule ${key}`);
  }
  for (const [index, given] of rules.entries()) {
    if (rules.findIndex(({ key }) => key === given.key) !== index) faults.push(`rule ${given.key}: is there twice`);
    const rule = ruleWithOwner.safeParse(given);
    if (!rule.success) {
      faults.push(...rule.error.issues.map((issue) => worded(`rule ${given.key}`, issue)));
      continue;
    }
    byKey.set(rule.data.key, rule.data satisfies Rule);
    const unknown = rule.data.doneBy.flatMap(({ keys }) => keys).filter((key) => !known.has(key));
    faults.push(...unknown.map((key) => `rule ${given.key}: doneBy: ${unknownKey(key, catalogue)}`));
  }
  if (faults.length > 0) throw new CentreRulesError(faults);
  return { version: `${version} on ${base.version}`, rules: [...byKey.values()] };
}

const worded = (whose: string, { path, message }: { path: PropertyKey[]; message: string }) =>
  `${whose}: ${path.length > 0 ? `${path.map(String).join('.')}: ` : ''}${message}`;

/** JSON is YAML too, so one reader serves both. */
function contentOf(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0)
    throw new CentreRulesError(document.errors.map(({ message }) => `the file: ${message.split('\n')[0]}`));
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new CentreRulesError(['the file: aliases (& and *) cannot be used']);
  }
}
