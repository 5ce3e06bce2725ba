import { judge, type Answer } from './applies.ts';
import { dayIn, dayInWords, type Day } from './calendar.ts';
import { basisOf, datesOf, type Dates } from './dates.ts';
import type { TreatmentFacts } from './facts/facts.ts';
import type { PastEvent } from './history.ts';
import type { Asked, LineDecision, LineState, Plan, PlanLine } from './plan.ts';
import type { Rule, RuleKind, RuleSet, Schedule } from './rule.ts';
import { intervalInWords } from './interval.ts';

/** What goes on when the cancer is back: the rest waits for the oncologist. */
const NOT_SUSPENDED: readonly RuleKind[] = ['comorbidity', 'psychosocial', 'work-finance', 'health-promotion'];

/** What a plan is built from. */
export interface PlanInput {
  readonly rules: RuleSet;
  readonly facts: TreatmentFacts;
  readonly history: readonly PastEvent[];
  readonly decisions: readonly LineDecision[];
  /** What signed versions have asked whom for already. */
  readonly asked: readonly Asked[];
  readonly now: Date;
  /** IANA time zone whose today counts. */
  readonly zone: string;
}

/** Builds a follow-up plan. The same input gives the same plan; every rule for one of the cancers gives one line. */
export function buildPlan({ rules, facts, history, decisions, asked, now, zone }: PlanInput): Plan {
  const today = dayIn(zone, now);
  const past = history.filter(({ on }) => on <= today);
  const suspendedBecause = facts.deceased ? 'The patient has died.' : facts.suspendedBecause;
  const lines = rules.rules
    .filter((rule) => isFor(rule, facts))
    .map((rule) => {
      const decision = decisions.find(({ key }) => key === rule.key);
      return lineOf(decided(rule, decision), decision, asked, facts, past, today);
    });
  return { ruleSetVersion: rules.version, today, suspendedBecause, lines };
}

/** Rules for other cancers are no lines; a record without a cancer has those for everybody. */
const isFor = ({ cancers }: Rule, { diagnoses }: TreatmentFacts) =>
  cancers === undefined || diagnoses.some(({ cancer, secondary }) => !secondary && cancers.includes(cancer));

/** The rule with the interval that a person chose for this patient. */
export function decided(rule: Rule, decision: LineDecision | undefined): Rule {
  if (decision?.everyMonths === undefined) return rule;
  const every = decision.everyMonths;
  const repeat = [{ from: 0, until: null, every }];
  const schedule: Schedule =
    rule.schedule === null
      ? { anchor: 'end-of-treatment', first: every, repeat }
      : { ...rule.schedule, season: undefined, repeat };
  return { ...rule, schedule };
}

function lineOf(
  rule: Rule,
  decision: LineDecision | undefined,
  asked: readonly Asked[],
  facts: TreatmentFacts,
  history: readonly PastEvent[],
  today: Day,
): PlanLine {
  const owner = decision?.owner === undefined ? rule.owner : decision.owner;
  const askedOn = owner === 'oncology' ? null : (askedBefore(asked, rule.key, owner) ?? today);
  const done = datesOf(basisOf(rule, facts, decision, askedOn), history, today);
  const applies = rule.when === undefined ? { holds: true, because: [] } : judge(rule.when, facts, today);
  const { state, reason } = stateOf({ rule, decision, facts, done, applies, today });
  const isPlanned = state !== 'not-applicable' && state !== 'declined';
  const shows = isPlanned && state !== 'done';
  return {
    key: rule.key,
    kind: rule.kind,
    what: rule.what,
    owner,
    // The role that a rule names is that of its own owner.
    ownerName: decision?.ownerName ?? (owner === rule.owner ? (rule.ownerRole ?? null) : null),
    interval: rule.schedule === null ? null : intervalInWords(rule.schedule),
    every: done.every,
    firstDue: done.firstDue,
    lastDone: done.lastDone,
    neverRecorded: shows && done.neverRecorded,
    askedOn,
    window: shows ? done.window : null,
    nextDue: shows ? (done.window?.closes ?? null) : null,
    chosenDue: decision?.due?.by ?? null,
    state,
    reason,
    unconfirmed: isPlanned && applies.holds === null,
    why: rule.why,
    target: rule.target ?? null,
    against: rule.kind === 'advised-against',
    source: { source: rule.source, year: rule.year, confidence: rule.confidence },
  };
}

/** Who is asked for it now may not be who was. */
const askedBefore = (asked: readonly Asked[], key: string, owner: PlanLine['owner']) =>
  asked.find((line) => line.key === key && line.owner === owner)?.askedOn;

interface Judged {
  readonly rule: Rule;
  readonly decision: LineDecision | undefined;
  readonly facts: TreatmentFacts;
  readonly done: Dates;
  readonly applies: Answer;
  readonly today: Day;
}

/** The first that fits decides: death, what a person said, a return of the cancer, the rule, the calendar. */
function stateOf({ rule, decision, facts, done, applies, today }: Judged): { state: LineState; reason: string } {
  if (facts.deceased) return { state: 'not-applicable', reason: 'The patient has died.' };
  if (decision?.declined !== undefined) return { state: 'declined', reason: decision.declined };
  if (decision?.notApplicable !== undefined) return { state: 'not-applicable', reason: decision.notApplicable };
  const told = applies.because.join('; ');
  if (applies.holds === false) return { state: 'not-applicable', reason: `Not for this patient: ${told}.` };
  if (facts.suspendedBecause !== null && !NOT_SUSPENDED.includes(rule.kind))
    return { state: 'not-applicable', reason: `Suspended. ${facts.suspendedBecause}` };
  const because =
    applies.holds === null ? `Confirm that it applies: ${told}. ` : told === '' ? '' : `Because: ${told}. `;
  const { state, words } = byCalendar(done, today);
  return { state, reason: `${because}${words}`.trim() };
}

/** When it was last done and when it is due are told beside it: words are for what no day tells. */
function byCalendar({ window, complete, end, noDayBecause }: Dates, today: Day): { state: LineState; words: string } {
  if (noDayBecause !== null) return { state: 'not-yet-due', words: noDayBecause };
  if (complete) return { state: 'done', words: '' };
  if (end !== null && today > end) return { state: 'not-applicable', words: `The series ended on ${dayInWords(end)}.` };
  if (window === null || today < window.opens) return { state: 'not-yet-due', words: '' };
  return { state: today <= window.closes ? 'due' : 'overdue', words: '' };
}
