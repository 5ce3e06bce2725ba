import { createHash } from 'node:crypto';
import { Client } from 'pg';
import type { RoleUrls } from '#api/database/index.ts';
import { organizationOf, personBy, type PersonKey } from '#seeds/people.ts';

interface DemoTask {
  /** Family name of the patient in the cohort. */
  readonly patient: string;
  readonly from: PersonKey;
  /** A person, or whoever has that person's role in their practice. */
  readonly to: PersonKey;
  readonly anybody?: true;
  readonly title: string;
  readonly detail?: string;
  /** From the day of loading; what is negative is overdue. */
  readonly dueInDays: number;
  readonly source: 'plan' | 'recommendation' | 'referral' | 'person';
  readonly urgent?: true;
}

/** What the two sides ask of each other, as the stories of the cohort leave it. */
const TASKS: readonly DemoTask[] = [
  {
    patient: 'Achebe',
    from: 'oncologist',
    to: 'pcp',
    title: 'Consider a referral to palliative care',
    detail: 'Named in the last letter, for pain and for planning. He is thinking about it.',
    dueInDays: -6,
    source: 'recommendation',
    urgent: true,
  },
  {
    patient: 'Kowalczyk',
    from: 'nurse',
    to: 'pcp',
    title: 'Send the last weight, HbA1c and blood pressure',
    dueInDays: -4,
    source: 'plan',
  },
  {
    patient: 'Fitzgerald',
    from: 'oncologist',
    to: 'pcp',
    title: 'Say who does the full skin examination',
    detail: 'The plan names primary care; no date has been made.',
    dueInDays: 3,
    source: 'plan',
  },
  {
    patient: 'Tanaka',
    from: 'nurse',
    to: 'pcp',
    anybody: true,
    title: 'Examine the feet and check the HbA1c',
    detail: 'Numbness after oxaliplatin; diabetes.',
    dueInDays: 12,
    source: 'plan',
  },
  { patient: 'Baptiste', from: 'oncologist', to: 'pcp', title: 'Order the breast MRI', dueInDays: 21, source: 'plan' },
  {
    patient: 'Gallagher',
    from: 'pcp',
    to: 'nurse',
    title: 'Send the report of the last CT',
    detail: 'It has not come by fax.',
    dueInDays: -2,
    source: 'person',
  },
  {
    patient: 'Oyelaran',
    from: 'pcp',
    to: 'oncologist',
    title: 'Say whether the anticoagulant may be stopped',
    dueInDays: 2,
    source: 'person',
  },
  {
    patient: 'Nguyễn',
    from: 'oncologist',
    to: 'pcp2',
    title: 'Repeat the thyroid function test',
    dueInDays: 5,
    source: 'plan',
  },
  {
    patient: 'Tsosie',
    from: 'nurse',
    to: 'ihs-pcp',
    title: 'Arrange the echocardiogram nearer home',
    dueInDays: 6,
    source: 'referral',
  },
  {
    patient: 'Þorvaldsen',
    from: 'oncologist',
    to: 'rural-pcp',
    title: 'Order the bone density scan',
    dueInDays: 14,
    source: 'plan',
  },
];

/** The same task each time, so that a load that is taken up again asks for nothing twice. */
function idOf({ patient, title }: DemoTask): string {
  const hex = createHash('sha256').update(`demo task ${patient} ${title}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Asks by the function through which jobs ask. Patients are found by the names that the import gave them. */
export async function loadDemoTasks(urls: RoleUrls): Promise<void> {
  const ingest = new Client({ connectionString: urls.portage_ingest });
  const worker = new Client({ connectionString: urls.portage_worker });
  try {
    await Promise.all([ingest.connect(), worker.connect()]);
    for (const task of TASKS) {
      const { rows } = await ingest.query<{ id: string }>(
        'select id from patient where family_name = $1 and merged_into_id is null',
        [task.patient],
      );
      const [patient] = rows;
      if (patient === undefined) throw new Error(`the cohort has nobody named ${task.patient}`);
      const [post] = personBy(task.to).memberships;
      await worker.query(
        `select app.request_task($1, $2, $3, $4, $5, $6, $7, $8, current_date + $9::integer, $10, $11)`,
        [
          patient.id,
          task.title,
          task.detail ?? null,
          task.urgent ? 'urgent' : 'routine',
          task.anybody ? null : personBy(task.to).id,
          organizationOf(task.to).id,
          post?.role,
          personBy(task.from).id,
          task.dueInDays,
          task.source,
          idOf(task),
        ],
      );
    }
  } finally {
    await Promise.all([ingest.end(), worker.end()]);
  }
}
