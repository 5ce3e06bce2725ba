import { sourceOf, type Chart } from '#api/chart/index.ts';
import type { NextStep } from './oncology.types.ts';

const OPEN = new Set(['active', 'draft', 'on-hold']);
const UNDONE = new Set(['not-started', 'scheduled', 'in-progress', 'on-hold']);

/** What is to happen: appointments booked, orders open, lines of a plan not done. By due date, undated last. */
export function nextStepsOf(chart: Chart): NextStep[] {
  const appointments = chart
    .rows('appointments')
    .filter(({ status }) => ['booked', 'proposed', 'pending', 'waitlist'].includes(status ?? ''))
    .map((row) => ({
      id: row.id,
      text: row.description,
      owner: row.practitioner_name ?? row.location_name,
      due: row.starts_at?.slice(0, 10) ?? null,
      at: row.starts_at,
      kind: 'appointment',
      status: row.status ?? 'not recorded',
      source: sourceOf(chart, row),
    }));
  const requests = chart
    .rows('serviceRequests')
    .filter(
      (row) =>
        row.kind !== 'do-not-resuscitate' &&
        OPEN.has(row.status ?? '') &&
        (row.occurs_on === null || row.occurs_on >= chart.today),
    )
    .map((row) => ({
      id: row.id,
      text: row.display,
      owner: row.performer_name,
      due: row.occurs_on,
      at: null,
      kind: row.kind,
      status: row.status ?? 'not recorded',
      source: sourceOf(chart, row),
    }));
  const plans = new Set(
    chart
      .rows('carePlans')
      .filter(({ status }) => status === 'active')
      .map(({ id }) => id),
  );
  const activities = chart
    .rows('carePlanActivities')
    .filter((row) => plans.has(row.care_plan_id) && UNDONE.has(row.status ?? 'not-started'))
    .map((row) => ({
      id: row.id,
      text: row.description,
      owner: row.performer_name,
      due: row.due_on,
      at: null,
      kind: 'plan',
      status: row.status ?? 'not recorded',
      source: sourceOf(chart, row),
    }));
  const booked = new Set(appointments.map(sameStep));
  const unbooked = [...requests, ...activities].filter((step) => !booked.has(sameStep(step)));
  return [...appointments, ...unbooked].sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}

/** What was asked for or planned, and is booked for that day under the same name, is one step. */
const sameStep = ({ text, due }: Pick<NextStep, 'text' | 'due'>): string => `${due ?? ''} ${text.toLowerCase()}`;
