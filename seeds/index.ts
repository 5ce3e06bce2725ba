import type * as fhir4 from 'fhir/r4';
import { stories, write, type DiseaseGroup, type StoryPhase } from './cohort/index.ts';
import { organizationOf, type OrganizationKey } from './people.ts';

export { demoOrganizations, demoPeople } from './people.ts';
export type { DemoOrganization, DemoPerson, OrganizationKind, RoleName } from './people.ts';

export interface DemoPatient {
  name: string;
  group: DiseaseGroup;
  /** What a clinician reading the record would say; the product has to infer it. */
  phase: StoryPhase;
  /** The outside practice that may read it; undefined where none is named. */
  practice?: OrganizationKey;
  /** One patient, with everything from every feed that knows them. */
  bundle: fhir4.Bundle;
}

/**
 * The demonstration cohort: one FHIR R4 collection per patient. Dates are counted back from the day of `asOf` (UTC),
 * so the cohort always looks current; the same day gives the same bytes, and ids never change.
 */
export function demoCohort(asOf: Date): { bundles: DemoPatient[] } {
  return {
    bundles: stories.map((story) => ({
      name: story.name,
      group: story.group,
      phase: story.phase,
      ...(story.facts.gp && { practice: organizationOf(story.facts.gp).key }),
      bundle: write(story, asOf).bundle(),
    })),
  };
}
