import { ConfigError } from '#api/config.ts';
import { OWN_CATALOGUE, type Catalogue } from '#api/duplicate-tests/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { CentreRulesError, loadCentreRules } from './centre-rules.ts';
import { OWN_RULES } from './data/rule-set.ts';
import type { RuleSet } from './rule.ts';

/** What plans are made with: the centre's rules, and the test families by which it is told what was done. */
export interface PlanCentre {
  readonly rules: RuleSet;
  readonly catalogue: Catalogue;
}

/** Without files of a centre. */
export const OWN_CENTRE: PlanCentre = { rules: OWN_RULES, catalogue: OWN_CATALOGUE };

/** A request that plans are told or changed in. */
export interface PlanContext extends RequestContext {
  readonly centre: PlanCentre;
}

/**
 * @param path of the centre's own rules; undefined where it has none
 * @param catalogue the centre's test families
 * @throws {ConfigError} naming the variable, with every fault that the file has.
 */
export async function readCentreRules(path: string | undefined, catalogue: Catalogue): Promise<RuleSet> {
  if (path === undefined) return OWN_RULES;
  try {
    return await loadCentreRules(path, OWN_RULES, catalogue);
  } catch (error) {
    if (error instanceof CentreRulesError) throw new ConfigError(`FOLLOW_UP_RULES_FILE: ${error.message}`);
    throw new ConfigError(
      `FOLLOW_UP_RULES_FILE: ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
}
