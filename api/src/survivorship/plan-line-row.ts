import { sql, type RawBuilder } from 'kysely';

/**
 * The line of a signed plan that a message quotes, in a row: what it needs to be read, what is to be done, by whom and
 * when. Where a later version is in force its line of the same key speaks. A plan that was not sent is known to those
 * who write plans only, so its lines are not to be quoted.
 */
export const planLineRow = (id: RawBuilder<unknown>, patientId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
        select now.needs, now.title,
          concat_ws(', ',
            case now.owner when 'oncology' then 'the cancer centre' when 'primary-care' then 'primary care' when 'palliative' then 'palliative care'
              when 'patient' then 'the patient' else 'somebody else' end,
            case when now.due_on is not null then 'due by ' || to_char(now.due_on, 'FMDD Mon YYYY') end,
            case now.response when 'accepted' then 'taken on' when 'declined' then 'declined' when 'asked' then 'a question is open' end) as detail,
          plan.signed_at as at
        from follow_up_line quoted
        join follow_up_line now on now.patient_id = quoted.patient_id and now.key = quoted.key and (now.in_force or now.id = quoted.id)
        join follow_up_plan plan on plan.id = now.plan_id
        where quoted.line_id = ${id} and quoted.patient_id = ${patientId} and plan.state not in ('draft','signed')
        order by now.in_force desc limit 1`;
