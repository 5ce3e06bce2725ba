import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import type { PlanContext } from './centre.ts';
import type { CarePlanAnswer } from './care-plan.results.ts';
import { audited, changePlan, refuse } from './change-plan.ts';
import { isOfCentre } from './plan.policy.ts';
import { readableVersions } from './told-plan.ts';

const DRAFT = audited(sql`
  changed as (
    insert into follow_up_plan (patient_id, version, rule_set_version, zone, decisions, filled, drafted_by)
    select ${hole('patientId', 'uuid')}, ${hole('version', 'integer')}, ${hole('ruleSetVersion', 'text')}, o.time_zone,
      ${hole('decisions', 'jsonb')}, ${hole('filled', 'jsonb')}, s.person_id
    from app.current_session() s join organization o on o.id = s.organization_id
    on conflict do nothing
    returning id, patient_id
  )`);

/** Begins a plan, or the next version of one, with what was decided in the last. */
export const draftCarePlan = (context: PlanContext, patientId: string): Promise<CarePlanAnswer> =>
  changePlan(context, 'care-plan:write', patientId, (chart, current) => {
    if (!isOfCentre(chart.actor)) return refuse('not-yours');
    if (current?.state === 'draft') return refuse('wrong-state', undefined, 'There is a draft already.');
    const [last] = readableVersions(chart);
    return {
      statement: DRAFT,
      values: {
        version: (last?.version ?? 0) + 1,
        ruleSetVersion: context.centre.rules.version,
        decisions: JSON.stringify(last?.decisions ?? []),
        filled: JSON.stringify(last?.filled ?? []),
      },
    };
  });
