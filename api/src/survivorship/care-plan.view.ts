import { patientRefOf, type Chart, type PlanLineRow, type PlanRow } from '#api/chart/index.ts';
import { personRefOf } from '#api/identity/index.ts';
import { patientTasks } from '#api/tasks/index.ts';
import type { CarePlan, CarePlanVersion, Handshake } from './care-plan.types.ts';
import type { CarePlanLine, CarePlanState } from './plan-line.types.ts';
import type { PlanCentre } from './centre.ts';
import { lastDoneOf } from './last-done.view.ts';
import { paymentsFor } from './payments.ts';
import { asksForAnswer, mayEdit, mayRespond, maySign } from './plan.policy.ts';
import type { PlanLine } from './plan.ts';
import { summaryOf } from './summary.view.ts';
import { decisionsOf, factsOfPlan, lineIdOf, readableVersions, toldPlan, type ToldPlan } from './told-plan.ts';

/** A version of a patient's plan as this reader is told of it. */
export function carePlanOf(chart: Chart, row: PlanRow, centre: PlanCentre): CarePlan {
  const told = toldPlan(chart, row, centre);
  const { signed, facts, plan } = told;
  const policy = factsOfPlan(row);
  return {
    id: row.id,
    patient: patientRefOf(chart.patient),
    version: row.version,
    revision: row.revision,
    state: stateOf(row, plan.suspendedBecause),
    ruleSetVersion: signed?.ruleSetVersion ?? plan.ruleSetVersion,
    rulesChanged: row.rule_set_version !== centre.rules.version,
    createdAt: row.drafted_at,
    signedAt: row.signed_at,
    signedBy: row.signer && personRefOf(row.signer),
    hash: row.hash,
    sentAt: row.sent_at,
    sentTo: row.recipient && personRefOf(row.recipient),
    receivedAt: row.received_at,
    suspendedBecause: plan.suspendedBecause,
    closedBecause: row.close_reason,
    closedAt: row.closed_at,
    closedBy: row.closer && personRefOf(row.closer),
    // Inherited findings are never signed: who may read them has them from the record.
    facts: summaryOf(signed === null ? facts : { ...signed.facts, genetics: facts.genetics }),
    missing: (signed?.facts ?? facts).missing.map((fact) => ({ ...fact, mayFill: mayFill(fact.key) })),
    faults: (signed?.facts ?? facts).faults.map(({ kind, text }) => ({ kind, text })),
    lines: linesOf(chart, told),
    payments: paymentsFor(plan.lines).map(({ service, codes, conflicts, evidence, source, year, confidence }) => ({
      service,
      codes: [...codes],
      conflicts: [...conflicts],
      evidence: [...evidence],
      source: { title: source, year, confidence },
    })),
    handshake: handshakeOf(told.answers),
    versions: readableVersions(chart).map(versionOf),
    notKnown: notKnown(chart),
    mayEdit: mayEdit(chart.actor, policy),
    maySign: maySign(chart.actor, policy),
    mayRespond: mayRespond(chart.actor, policy),
  };
}

/** All may be said by hand but the diagnosis: without one in the record there is nothing to plan for. */
export const mayFill = (key: string): boolean => key !== 'diagnosis';

const stateOf = ({ state }: PlanRow, suspendedBecause: string | null): CarePlanState =>
  suspendedBecause !== null && state !== 'draft' && state !== 'closed' && state !== 'revised' ? 'suspended' : state;

function linesOf(chart: Chart, { row, plan, answers }: ToldPlan): CarePlanLine[] {
  const tasks = chart.wasRead('tasks') ? patientTasks(chart) : [];
  const draft = row.state === 'draft';
  const corrected = new Set(decisionsOf(row).map(({ key }) => key));
  return plan.lines.map((line) => {
    const id = lineIdOf(row.id, line.key);
    const answer = answers.find(({ line_id }) => line_id === id);
    return {
      ...lineOf(line),
      id,
      corrected: corrected.has(line.key),
      asksForResponse: draft ? asksForAnswer(line) : (answer?.asked ?? false),
      response: answer?.response ?? 'none',
      responseWords: answer?.words ?? null,
      respondedBy: answer?.responder ? personRefOf(answer.responder) : null,
      respondedAt: answer?.responded_at ?? null,
      task:
        tasks.filter(({ source }) => source.id === id).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0] ??
        null,
    };
  });
}

const lineOf = (line: PlanLine) => ({
  key: line.key,
  kind: line.kind,
  title: line.what,
  owner: line.owner ?? ('nobody' as const),
  ownerName: line.ownerName,
  interval: line.interval,
  window: line.window,
  firstDue: line.firstDue,
  every: line.every,
  lastDone: line.lastDone && lastDoneOf(line.lastDone),
  neverRecorded: line.neverRecorded,
  nextDue: line.nextDue,
  state: line.state,
  reason: line.reason,
  unconfirmed: line.unconfirmed,
  why: line.why,
  target: line.target,
  advice: line.against,
  ruleSource: { title: line.source.source, year: line.source.year, confidence: line.source.confidence },
});

export function handshakeOf(answers: readonly PlanLineRow[]): Handshake {
  const count = (response: PlanLineRow['response']) =>
    answers.filter((line) => line.asked && line.response === response).length;
  return { accepted: count('accepted'), declined: count('declined'), asked: count('asked'), open: count('none') };
}

export const versionOf = (row: PlanRow): CarePlanVersion => ({
  version: row.version,
  state: row.state,
  ruleSetVersion: row.rule_set_version,
  createdAt: row.drafted_at,
  signedBy: row.signer && personRefOf(row.signer),
  signedAt: row.signed_at,
  hash: row.hash,
});

/** Whose eyes are closed to results would take what was done for not done: it is said. */
function notKnown(chart: Chart): string[] {
  const hidden = [
    ['oncology:read', 'the cancer and its treatment'],
    ['results:read', 'results: whether a test was done is not known here'],
    ['clinical:read', 'procedures, vaccines and other illnesses'],
  ] as const;
  return hidden.filter(([action]) => !chart.allows(action)).map(([, words]) => words);
}
