import type * as fhir4 from 'fhir/r4';
import { isoDate, isoTime, type Day } from '#seeds/days.ts';
import { organizationBy, type OrganizationKey } from '#seeds/people.ts';
import { concept, portage, SNOMED, text, usCore } from './codes.ts';
import type { Chart } from './chart.ts';
import {
  clinician,
  clinicianReference,
  line,
  lineReference,
  organizationReference,
  roleReference,
  type ClinicianKey,
  type LineKey,
} from './directory.ts';

const TEAMS = {
  oncology: 'Oncology team',
  palliative: 'Palliative care team',
  'primary-care': 'Primary care',
} as const;

interface TeamFacts {
  since: Day;
  until?: Day;
  members: readonly ClinicianKey[];
  lines?: readonly LineKey[];
  name?: string;
}

/** A care team. Members are given as PractitionerRole, so that the number to call comes with the name. */
export function careTeam(chart: Chart, team: keyof typeof TEAMS, facts: TeamFacts): void {
  const manager = facts.members[0] ? clinician(facts.members[0]).at : line(facts.lines![0]!).at;
  chart.add<fhir4.CareTeam>(
    {
      resourceType: 'CareTeam',
      status: facts.until ? 'inactive' : 'active',
      category: [concept(portage('care-team'), team, TEAMS[team])],
      name: facts.name ?? TEAMS[team],
      subject: chart.subject,
      period: { start: isoDate(facts.since), ...(facts.until && { end: isoDate(facts.until) }) },
      participant: [
        ...facts.members.map((key) => ({
          role: [text(clinician(key).role)],
          member: roleReference(key),
          onBehalfOf: organizationReference(clinician(key).at),
        })),
        ...(facts.lines ?? []).map((key) => ({
          role: [text(line(key).name)],
          member: lineReference(key),
          onBehalfOf: organizationReference(line(key).at),
        })),
      ],
      managingOrganization: [organizationReference(manager)],
    },
    { key: `team-${team}`, on: facts.since, profile: usCore('careteam') },
  );
}

/** The usual oncology team: the oncologist, whoever else treats, the nurse and the line that is always answered. */
export function oncologyTeam(chart: Chart, since: Day, ...others: ClinicianKey[]): void {
  careTeam(chart, 'oncology', { since, members: ['oncologist', ...others, 'nurse'], lines: ['oncology-line'] });
}

/** Where the general practitioner shares the follow-up. */
export function primaryCareTeam(chart: Chart, since: Day, member: ClinicianKey): void {
  careTeam(chart, 'primary-care', { since, members: [member] });
}

export function appointment(
  chart: Chart,
  facts: { on: Day; what: string; with: ClinicianKey; minutes?: number; proposed?: boolean; made: Day },
): void {
  // Clinics begin at 09:00 mountain standard time.
  const start = 16 * 60 + ((facts.on * 30) % 240);
  chart.add<fhir4.Appointment>(
    {
      resourceType: 'Appointment',
      status: facts.proposed ? 'proposed' : 'booked',
      serviceType: [text(facts.what)],
      description: facts.what,
      start: isoTime(facts.on, start),
      end: isoTime(facts.on, start + (facts.minutes ?? 30)),
      created: isoDate(facts.made),
      participant: [
        { actor: chart.subject, status: facts.proposed ? 'needs-action' : 'accepted' },
        { actor: clinicianReference(facts.with), status: 'accepted' },
      ],
    },
    { key: 'appointment', on: facts.made },
  );
}

const REFERRAL = concept(SNOMED, '3457005', 'Patient referral', 'Referral');

interface RequestFacts {
  what: string;
  made: Day;
  due?: Day;
  by: ClinicianKey;
  /** Who is to do it: a person, or an organisation. */
  for?: ClinicianKey | { organization: OrganizationKey };
  reason?: fhir4.Condition;
  note?: string;
  priority?: 'routine' | 'urgent';
  done?: boolean;
}

function serviceRequest(chart: Chart, key: string, facts: RequestFacts, category?: fhir4.CodeableConcept): void {
  const performer =
    facts.for &&
    (typeof facts.for === 'string' ? clinicianReference(facts.for) : organizationReference(facts.for.organization));
  chart.add<fhir4.ServiceRequest>(
    {
      resourceType: 'ServiceRequest',
      status: facts.done ? 'completed' : 'active',
      intent: 'order',
      ...(category && { category: [category] }),
      priority: facts.priority ?? 'routine',
      code: text(facts.what),
      subject: chart.subject,
      ...(facts.due && { occurrenceDateTime: isoDate(facts.due) }),
      authoredOn: isoDate(facts.made),
      requester: clinicianReference(facts.by),
      ...(performer && { performer: [performer] }),
      ...(facts.reason && { reasonReference: [chart.reference(facts.reason)] }),
      ...(facts.note && { note: [{ text: facts.note }] }),
    },
    { key, on: facts.made, profile: usCore('servicerequest') },
  );
}

export function order(chart: Chart, facts: RequestFacts): void {
  serviceRequest(chart, 'request', facts);
}

export function referral(chart: Chart, facts: RequestFacts): void {
  serviceRequest(chart, 'referral', facts, REFERRAL);
}

/** Follow-up shared between the centre and primary care: each task has one owner. */
export function followUpPlan(
  chart: Chart,
  facts: { title: string; since: Day; tasks: readonly { what: string; who: ClinicianKey; due?: Day; how?: string }[] },
): void {
  chart.add<fhir4.CarePlan>(
    {
      resourceType: 'CarePlan',
      status: 'active',
      intent: 'plan',
      category: [concept(portage('care-plan'), 'follow-up-plan', 'Follow-up plan')],
      title: facts.title,
      subject: chart.subject,
      period: { start: isoDate(facts.since) },
      author: clinicianReference('oncologist'),
      activity: facts.tasks.map((task) => ({
        detail: {
          status: 'scheduled',
          description: task.what,
          ...(task.due
            ? { scheduledPeriod: { start: isoDate(task.due), end: isoDate(task.due) } }
            : task.how && { scheduledString: task.how }),
          performer: [
            {
              ...clinicianReference(task.who),
              display: `${clinicianReference(task.who).display}, ${organizationBy(clinician(task.who).at).name}`,
            },
          ],
        },
      })),
    },
    { key: 'plan', on: facts.since },
  );
}
