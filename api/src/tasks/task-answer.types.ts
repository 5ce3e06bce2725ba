import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { RoleEnum, type Role } from '#api/access/index.ts';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import type { TaskPriority } from './task.policy.ts';
import { Task, TaskPriorityEnum } from './task.types.ts';

export const TaskRefusalEnum = enumOf('TaskRefusal', 'Why nothing was changed.', {
  'not-yours': 'It is for its owner, or for its requester, to do this; or for whoever stands in for them.',
  'wrong-state': 'The task no longer stands where this could be done.',
  'changed-meanwhile': 'Somebody else changed it first; `task` shows how it stands now.',
  'nothing-asked': 'There is no open question.',
  'words-missing': 'It must be said in words.',
  'words-too-long': 'The words are too long; `detail` says how long they may be.',
  'owner-cannot-read': 'The person asked may not read tasks of this patient, or has left.',
  'owner-missing': 'Name either a person, or an organisation and a role.',
  'due-in-the-past': 'The day has passed.',
  'undo-expired': 'Nothing of yours can be taken back any more; an answer can be for ten seconds.',
});
export type TaskRefusal = EnumValue<typeof TaskRefusalEnum>;

@ObjectType({ description: 'It was done.' })
export class TaskChanged {
  @Field(() => Task, { description: 'The task as it stands now.' })
  task!: Task;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when `undoTaskAnswer` takes this back. Null: it cannot be taken back.',
  })
  undoUntil!: string | null;
}

@ObjectType({ description: 'Nothing was changed.' })
export class TaskRefused {
  @Field(() => TaskRefusalEnum, { description: 'Why.' })
  reason!: TaskRefusal;

  @Field(() => String, { description: 'The same in words, for the person at the keyboard.' })
  detail!: string;

  @Field(() => Task, { nullable: true, description: 'The task as it stands now. Null: there is none yet.' })
  task!: Task | null;
}

export const TaskAnswer = createUnionType({
  name: 'TaskAnswer',
  description: 'What became of an attempt to change a task.',
  types: () => [TaskChanged, TaskRefused] as const,
  resolveType: (value) => ('reason' in value ? TaskRefused : TaskChanged),
});
export type TaskAnswer = TaskChanged | TaskRefused;

@InputType({ description: 'What somebody is asked to do.' })
export class RequestTaskInput {
  @Field(() => ID, { description: 'Id of the patient.' })
  patientId!: string;

  @Field(() => String, { description: 'What is to be done, with its verb first; 200 characters at most.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'More about it; 2,000 characters at most.' })
  detail!: string | null;

  @Field(() => TaskPriorityEnum, { defaultValue: 'routine', description: 'How soon somebody must look at it.' })
  priority!: TaskPriority;

  @Field(() => ID, { nullable: true, description: 'The person who is asked.' })
  ownerId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Instead of a person: the organisation that is asked.' })
  ownerOrganizationId!: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'With an organisation: whoever has this role there.' })
  ownerRole!: Role | null;

  @Field(() => DateScalar, { description: 'By when.' })
  dueOn!: string;

  @Field(() => ID, { nullable: true, description: 'In whose place the viewer asks. Null: in their own.' })
  onBehalfOfId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A random UUID of the asking program, the same for each try: with it the task is asked for once, and answered alike.',
  })
  idempotencyKey!: string | null;
}
