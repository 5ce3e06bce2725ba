import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RoleEnum, type Role } from '#api/access/index.ts';
import { enumOf } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { PageInfo, PatientRef } from '#api/graphql/shared.types.ts';
import { OrganizationView, PersonRef } from '#api/identity/index.ts';
import type { TaskEventKind, TaskPriority, TaskSourceKind, TaskStatus } from './task.policy.ts';

export const TaskStatusEnum = enumOf<TaskStatus>('TaskStatus', 'Where a task stands; the names of FHIR Task.status.', {
  requested: 'Proposed: nobody has answered yet.',
  accepted: 'The owner has taken it on.',
  'in-progress': 'The owner has begun.',
  completed: 'Done.',
  rejected: 'The owner has declined it and said why. The requester settles what becomes of it.',
  cancelled: 'The requester no longer asks for it, and has said why.',
});

export const TaskPriorityEnum = enumOf<TaskPriority>('TaskPriority', 'How soon somebody must look at it.', {
  routine: 'In the ordinary course.',
  urgent: 'Today.',
});

export const TaskSourceKindEnum = enumOf<TaskSourceKind>('TaskSourceKind', 'What a task arose from.', {
  message: 'A message handed it over.',
  plan: 'A line of a follow-up plan.',
  referral: 'A referral.',
  check: 'A check of the record.',
  contact: 'A contact that does not work.',
  delivery: 'A message that did not arrive.',
  recommendation: 'A recommendation, such as to consider palliative care.',
  job: 'Work of Portage itself that failed for good.',
  person: 'Somebody asked for it.',
});

export const TaskEventKindEnum = enumOf<TaskEventKind | 'requested'>('TaskEventKind', 'What happened to a task.', {
  requested: 'It was asked for.',
  accepted: 'The owner took it on.',
  started: 'The owner began.',
  completed: 'It was done.',
  declined: 'The owner declined it, with a reason.',
  cancelled: 'The requester withdrew it, with a reason.',
  asked: 'The owner asked the requester something.',
  answered: 'The requester answered.',
  reassigned: 'It was given to somebody else, who has yet to answer.',
  undone: 'What was done before was taken back.',
});

@ObjectType({ description: 'Whose a task is: one person, or whoever has a role in an organisation.' })
export class TaskOwner {
  @Field(() => PersonRef, { nullable: true, description: 'The person. Null: whoever has the role there.' })
  person!: PersonRef | null;

  @Field(() => OrganizationView, { description: 'Where it is to be done.' })
  organization!: OrganizationView;

  @Field(() => RoleEnum, { description: 'Role of whoever does it.' })
  role!: Role;
}

@ObjectType({ description: 'What a task arose from.' })
export class TaskSource {
  @Field(() => TaskSourceKindEnum, { description: 'Kind of it.' })
  kind!: TaskSourceKind;

  @Field(() => ID, { nullable: true, description: 'Id of it, such as of the message. Null: it has none.' })
  id!: string | null;
}

@ObjectType({ description: 'One thing that happened to a task.' })
export class TaskEvent {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;

  @Field(() => TaskEventKindEnum, { description: 'What.' })
  kind!: TaskEventKind | 'requested';

  @Field(() => PersonRef, { nullable: true, description: 'Who did it. Null: Portage itself.' })
  by!: PersonRef | null;

  @Field(() => PersonRef, { nullable: true, description: 'In whose place. Null: in their own.' })
  onBehalfOf!: PersonRef | null;

  @Field(() => TaskStatusEnum, { description: 'Where the task stood afterwards.' })
  status!: TaskStatus;

  @Field(() => String, { nullable: true, description: 'What was said with it.' })
  words!: string | null;
}

@ObjectType({
  description: 'Something that somebody was asked to do, by when. It stays open until somebody closes it.',
})
export class Task {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => PatientRef, {
    nullable: true,
    description: 'The patient. Null: it concerns none, or the viewer may not know who it is.',
  })
  patient!: PatientRef | null;

  @Field(() => String, { description: 'What is to be done, with its verb first.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'More about it.' })
  detail!: string | null;

  @Field(() => TaskStatusEnum, { description: 'Where it stands.' })
  status!: TaskStatus;

  @Field(() => TaskPriorityEnum, { description: 'How soon somebody must look at it.' })
  priority!: TaskPriority;

  @Field(() => TaskOwner, { description: 'Whose it is.' })
  owner!: TaskOwner;

  @Field(() => PersonRef, { nullable: true, description: 'Who asks for it. Null: Portage itself.' })
  requester!: PersonRef | null;

  @Field(() => DateScalar, { description: 'By when.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether it is open and its day has passed where the owner works.' })
  overdue!: boolean;

  @Field(() => TaskSource, { description: 'What it arose from.' })
  source!: TaskSource;

  @Field(() => String, {
    nullable: true,
    description: 'What was said with the last answer: why it was declined or cancelled, or what was done.',
  })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'What the owner asks the requester. Null: nothing is open.' })
  question!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: 'When something last happened to it.' })
  updatedAt!: string;

  @Field(() => Int, {
    description: 'Goes up with each change; given back with an answer, it keeps two from colliding.',
  })
  version!: number;

  @Field(() => [TaskEvent], { description: 'What happened to it, oldest first.' })
  history!: TaskEvent[];

  @Field(() => Boolean, {
    description:
      'Whether the viewer may now accept, decline, ask about or do it, themselves or for whom they stand in.',
  })
  mayRespond!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the viewer may now withdraw it, give it to somebody else or answer its question.',
  })
  mayDirect!: boolean;
}

@ObjectType({ description: 'A task in its place in a list.' })
export class TaskEdge {
  @Field(() => String, { description: 'Pass as `after` to go on from here.' })
  cursor!: string;

  @Field(() => Task, { description: 'The task.' })
  node!: Task;
}

@ObjectType({ description: 'Tasks that the viewer may see, the first due first, a page at a time.' })
export class TaskConnection {
  @Field(() => [TaskEdge], { description: 'Tasks of this page.' })
  edges!: TaskEdge[];

  @Field(() => PageInfo, { description: 'Whether there are more, and how to ask for them.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'Tasks that match, over all pages.' })
  totalCount!: number;
}
