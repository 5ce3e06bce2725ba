// What people do with each other about a patient: rows that a session writes and no import.
import { createHash, randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import { day, moment, type MakeRow, type RecordRow } from './clinic-row.ts';
import type { PersonInClinic } from './clinic.ts';

export interface Colleagues {
  /** A clinician of another practice, of whom things are asked. */
  readonly owner: PersonInClinic;
  /** Acts for the one who asks and for the one who is asked. */
  readonly delegate: PersonInClinic;
  readonly requester: PersonInClinic;
}

const SOURCE_COLUMNS = [
  'source_system',
  'source_type',
  'source_id',
  'source_version',
  'source_updated_at',
  'source_hash',
];

/** A row that came out of no feed. */
function written({ columns, ...row }: RecordRow, more: Record<string, unknown> = {}): RecordRow {
  const own = Object.entries(columns).filter(([name]) => !SOURCE_COLUMNS.includes(name));
  return { ...row, columns: { ...Object.fromEntries(own), ...more }, writtenBy: 'owner' };
}

/** A plan that was signed and sent, with one line, and what its recipient answered. */
function planRows(make: MakeRow, canary: string, { owner, requester }: Colleagues): RecordRow[] {
  const plan = randomUUID();
  const content = {
    patientId: plan,
    version: 1,
    ruleSetVersion: 'kit',
    rules: [],
    facts: {
      ...NO_FACTS,
      missing: [{ key: 'stage', what: `Stage ${canary}`, why: `Not recorded ${canary}` }],
      filled: [{ key: 'intent', what: 'Intent', text: `curative ${canary}`, by: `Dr. ${canary}`, at: moment(30) }],
    },
    lines: [
      {
        key: 'kit-line',
        kind: 'surveillance',
        what: `CEA ${canary}`,
        owner: 'primary-care',
        ownerName: `Dr. ${canary}`,
        interval: 'every year',
        every: { least: 1, most: 1, unit: 'year' },
        firstDue: day(3),
        lastDone: null,
        neverRecorded: true,
        askedOn: day(30),
        window: { opens: day(30), closes: day(3) },
        nextDue: day(3),
        chosenDue: null,
        state: 'overdue',
        reason: `Nothing since ${canary}`,
        unconfirmed: false,
        why: `Because ${canary}`,
        target: null,
        against: false,
        source: { source: 'Kit', year: 2026, confidence: 'C' },
      },
    ],
  };
  const signed = make('follow_up_plan', ['care-plan'], {
    id: plan,
    version: 1,
    state: 'received',
    rule_set_version: 'kit',
    zone: 'America/Phoenix',
    content: JSON.stringify(content),
    drafted_by: requester.id,
    signed_at: moment(5),
    signed_by: requester.id,
    sent_at: moment(4),
    sent_by: requester.id,
    recipient_id: owner.id,
    received_at: moment(3),
  });
  const hash = createHash('sha256').update(String(signed.columns.content)).digest('hex');
  return [
    written(signed, { hash }),
    written(
      make('follow_up_line', ['care-plan'], {
        line_id: v5('kit-line', plan),
        plan_id: plan,
        key: 'kit-line',
        title: `CEA ${canary}`,
        owner: 'primary-care',
        opens_on: day(30),
        due_on: day(3),
        basis: JSON.stringify({
          doneBy: [],
          schedule: null,
          anchor: null,
          noDayBecause: null,
          birthDate: null,
          due: { by: day(3), chosenOn: day(30) },
          askedOn: day(30),
        }),
        asked: true,
        response: 'asked',
        words: `Fasting ${canary}?`,
        responded_at: moment(2),
        responded_by: owner.id,
        in_force: true,
      }),
    ),
  ];
}

const NO_FACTS = {
  ...Object.fromEntries(
    'diagnoses surgery systemic radiation transplants ongoing toxicities genetics contacts comorbidities faults'
      .split(' ')
      .map((name) => [name, []]),
  ),
  intent: null,
  endOfTreatment: null,
};

export function workRows(make: MakeRow, canary: string, colleagues: Colleagues): RecordRow[] {
  const { owner, delegate, requester } = colleagues;
  const task = randomUUID();
  const asked = {
    owner_person_id: owner.id,
    owner_organization_id: owner.organization.id,
    owner_role: owner.role,
  };
  const before = Object.fromEntries(Object.entries(asked).map(([name, value]) => [`from_${name}`, value]));
  return [
    written(
      make('task', ['tasks'], {
        id: task,
        ...asked,
        title: `Repeat the CEA ${canary}`,
        detail: `With the CT ${canary}`,
        status: 'requested',
        reason: `Said before ${canary}`,
        question: `Fasting ${canary}?`,
        requester_id: requester.id,
        due_on: day(3),
        source_kind: 'person',
        version: 2,
        created_at: moment(9),
        created_by: delegate.id,
        updated_by: delegate.id,
      }),
      { source_id: randomUUID() },
    ),
    written(
      make('task_event', ['tasks'], {
        task_id: task,
        kind: 'asked',
        words: `Fasting ${canary}?`,
        version: 2,
        status: 'requested',
        session_id: randomUUID(),
        person_id: delegate.id,
        organization_id: delegate.organization.id,
        on_behalf_of_id: owner.id,
        from_status: 'requested',
        ...before,
      }),
    ),
    ...planRows(make, canary, colleagues),
  ];
}
