import 'reflect-metadata';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateTimeScalar } from '#api/graphql/scalars.ts';

export const LiveEventKindEnum = enumOf('LiveEventKind', 'What changed.', {
  ready: 'Nothing yet: from now on you are told. Sent first on every connection.',
  message: 'A message came, or one was taken back; the subject is its thread.',
  read: 'Somebody read; the subject is the thread.',
  delivery: 'A message of yours came a step further, or failed to; the subject is its thread.',
  task: 'A task came or changed; the subject is the task.',
  plan: 'A care plan came or changed; the subject is the plan.',
  contact:
    'Your address, or one of the practice that you administer, works or does no longer; the subject is its person.',
});
export type LiveEventKind = EnumValue<typeof LiveEventKindEnum>;

@ObjectType('LiveEvent', {
  simpleResolvers: true,
  description:
    'Word that something changed for you or for somebody you stand in for. It holds ids only: ask for the rest.',
})
export class LiveEventView {
  @Field(() => ID, {
    description: 'Where you are. Given back as `after` (or as Last-Event-ID) you are told all that came later.',
  })
  id!: string;

  @Field(() => LiveEventKindEnum, { description: 'What changed.' })
  kind!: LiveEventKind;

  @Field(() => ID, { nullable: true, description: 'Id of the thread, task, plan or person. Null: of nothing yet.' })
  subjectId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it changed.' })
  at!: string;
}
