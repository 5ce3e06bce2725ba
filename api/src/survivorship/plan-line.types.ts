import 'reflect-metadata';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { RowSource } from '#api/graphql/shared.types.ts';
import { PersonRef } from '#api/identity/index.ts';
import { Task } from '#api/tasks/index.ts';
import type { Interval } from './interval.ts';
import type { LineResponse, LineState as State } from './plan.ts';
import type { Owner, RuleKind } from './rule.ts';

export type CarePlanState = 'draft' | 'signed' | 'sent' | 'received' | 'active' | 'revised' | 'closed' | 'suspended';
export const PlanStateEnum = enumOf<CarePlanState>('PlanState', 'Where a follow-up plan stands.', {
  draft: 'Being written; nobody has signed it.',
  signed: 'Signed by the oncologist and no longer changing; nobody has it yet.',
  sent: 'Sent to the physician who is to share the follow-up.',
  received: 'That physician has opened it.',
  active: 'Each line that asked for an answer has been taken on.',
  revised: 'A newer version has taken its place.',
  closed: 'Follow-up by oncology has ended.',
  suspended: 'The record tells that the cancer is back, or of a death; `suspendedBecause` says what.',
});

export type PlanOwnerKind = Owner | 'nobody';
export const PlanOwnerEnum = enumOf<PlanOwnerKind>('PlanOwner', 'Who is responsible for a line.', {
  oncology: 'The cancer centre.',
  'primary-care': 'The physician who shares the follow-up.',
  palliative: 'The palliative care team.',
  other: 'Somebody else, whom `ownerName` says.',
  patient: 'The patient.',
  nobody: 'Nobody yet: the plan cannot be signed.',
});

export const LineStateEnum = enumOf<State>('LineState', 'Where a line stands today.', {
  'not-yet-due': 'Its time has not come, or it has no day.',
  due: 'Today lies in its window.',
  overdue: 'Its window has passed.',
  done: 'Done, and nothing more is asked for.',
  declined: 'Somebody decided against it, with a reason.',
  'not-applicable': 'Not for this patient, or not now; `reason` says why.',
});

export const LineResponseEnum = enumOf<LineResponse>('LineResponse', 'What whoever is to do a line answered.', {
  none: 'No answer yet.',
  accepted: 'Taken on.',
  declined: 'Not taken on, with a reason.',
  asked: 'A question is open.',
});

export const LineKindEnum = enumOf<RuleKind>('LineKind', 'What a line is for.', {
  surveillance: 'Looking for a return of the cancer.',
  'late-effect': 'Late effects of treatment.',
  screening: 'Screening for other cancers.',
  immunisation: 'Vaccines.',
  'bone-health': 'Bones.',
  'heart-health': 'Heart and vessels.',
  comorbidity: 'An illness beside the cancer.',
  psychosocial: 'Mood, worry, relationships.',
  'work-finance': 'Work and money.',
  'health-promotion': 'Staying well.',
  'ongoing-therapy': 'Treatment that goes on.',
  'advised-against': 'What a guideline advises not to do.',
});

/** Of a line that is due. */
export const NEVER_RECORDED =
  'Nothing recorded at either institution counts as done, and whoever does it may have it in their own record: it is not known to be late. If its day had passed when a signed plan first asked for it, it is due within three months of that and overdue after.';

@ObjectType({ description: 'Between which days a line is due.' })
export class DueWindow {
  @Field(() => DateScalar, { description: 'From this day it is due.' })
  opens!: string;

  @Field(() => DateScalar, { description: 'After this day it is overdue.' })
  closes!: string;
}

export const IntervalUnitEnum = enumOf<Interval['unit']>('IntervalUnit', 'What an interval counts in.', {
  month: 'Calendar months.',
  year: 'Years.',
  season: 'Once in each season, such as that of influenza.',
});

@ObjectType({ description: 'How often a line is due, as a number: every `least` to `most` units.' })
export class LineInterval {
  @Field(() => Float, { description: 'At least so many units apart.' })
  least!: number;

  @Field(() => Float, { description: 'At most so many units apart; the same as `least` where there is one number.' })
  most!: number;

  @Field(() => IntervalUnitEnum, { description: 'What is counted.' })
  unit!: Interval['unit'];
}

@ObjectType({ description: 'When a line was last done, as the record of either institution tells it.' })
export class LastDone {
  @Field(() => DateScalar, { description: 'Day.' })
  on!: string;

  @Field(() => String, { description: 'What was done, and its value or conclusion where there is one.' })
  text!: string;

  @Field(() => String, { description: 'Where.' })
  institution!: string;

  @Field(() => RowSource, { description: 'The row that tells it.' })
  source!: RowSource;
}

@ObjectType({ description: 'Where a rule was read.' })
export class RuleSource {
  @Field(() => String, { description: 'Guideline, study or board.' })
  title!: string;

  @Field(() => Int, { description: 'Year of it.' })
  year!: number;

  @Field(() => String, {
    description: 'A: read in the source. B: read in a copy. C: from memory, unverified; the centre verifies it.',
  })
  confidence!: string;
}

@ObjectType({ description: 'Who does what by when: one line of a follow-up plan.' })
export class CarePlanLine {
  @Field(() => ID, { description: 'Id of the line in this version.' })
  id!: string;

  @Field(() => String, { description: 'Key of its rule; the same line has the same key in every version.' })
  key!: string;

  @Field(() => LineKindEnum, { description: 'What it is for.' })
  kind!: RuleKind;

  @Field(() => String, { description: 'What is to be done, or not to be done.' })
  title!: string;

  @Field(() => PlanOwnerEnum, { description: 'Who is responsible.' })
  owner!: PlanOwnerKind;

  @Field(() => String, { nullable: true, description: 'Who that is by name or role. Null: nobody said.' })
  ownerName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How often, in words. Null: no interval is published or chosen.',
  })
  interval!: string | null;

  @Field(() => LineInterval, {
    nullable: true,
    description: 'How often, as a number, of the time in which it is due next. Null: once, or no interval.',
  })
  every!: LineInterval | null;

  @Field(() => DueWindow, { nullable: true, description: 'When it is due next. Null: no day is known.' })
  window!: DueWindow | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which its rule has it due the first time. Null: no day is known.',
  })
  firstDue!: string | null;

  @Field(() => LastDone, { nullable: true, description: 'When it was last done. Null: no record of it.' })
  lastDone!: LastDone | null;

  @Field(() => Boolean, { description: NEVER_RECORDED })
  neverRecorded!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is due next. Null: no day is known.' })
  nextDue!: string | null;

  @Field(() => LineStateEnum, { description: 'Where it stands today.' })
  state!: State;

  @Field(() => String, { description: "Why it stands there, in this record's words. Empty: its days tell all." })
  reason!: string;

  @Field(() => Boolean, {
    description: 'The record does not tell whether it is for this patient; `reason` says what is not recorded.',
  })
  unconfirmed!: boolean;

  @Field(() => Boolean, { description: 'Whether a person decided something about it that its rule has otherwise.' })
  corrected!: boolean;

  @Field(() => String, { description: 'Why it is on a plan at all.' })
  why!: string;

  @Field(() => String, { nullable: true, description: 'Value to reach. Null: none is given.' })
  target!: string | null;

  @Field(() => Boolean, { description: 'Whether it says what not to do.' })
  advice!: boolean;

  @Field(() => RuleSource, { description: 'Where its rule was read.' })
  ruleSource!: RuleSource;

  @Field(() => Boolean, { description: 'Whether it asks whoever is to do it for an answer.' })
  asksForResponse!: boolean;

  @Field(() => LineResponseEnum, { description: 'What they answered.' })
  response!: LineResponse;

  @Field(() => String, { nullable: true, description: 'What they said with it. Null: nothing.' })
  responseWords!: string | null;

  @Field(() => PersonRef, { nullable: true, description: 'Who answered. Null: nobody yet.' })
  respondedBy!: PersonRef | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When. Null: nobody has yet.' })
  respondedAt!: string | null;

  @Field(() => Task, {
    nullable: true,
    description: 'The newest task that came of it. Null: none, or not for this viewer.',
  })
  task!: Task | null;
}
