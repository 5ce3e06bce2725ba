import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { CoverRef, PersonRef } from '#api/identity/index.ts';
import { ContactStateEnum, type ContactState } from '#api/notifications/index.ts';

@ObjectType({ description: 'Somebody who may be written to about a patient, and what a sender wants to know before.' })
export class Recipient {
  @Field(() => PersonRef, { description: 'Who, and at which practice.' })
  person!: PersonRef;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last used Portage. Null: never yet.' })
  lastSeenAt!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Hours from message to reply, the middle of the last 180 days. Null: fewer than three replies.',
  })
  usualReplyHours!: number | null;

  @Field(() => CoverRef, { nullable: true, description: 'Who covers for them now. Null: nobody.' })
  cover!: CoverRef | null;

  @Field(() => ContactStateEnum, {
    nullable: true,
    description:
      'Why no mail tells them that a message waits. Null: they have confirmed an address, and it takes mail.',
  })
  mailTrouble!: ContactState | null;

  @Field(() => Boolean, { description: 'Whether they may read all of the `references` that were asked about.' })
  mayRead!: boolean;

  @Field(() => [Int], { description: 'Places, from 0, of those `references` that they may not read.' })
  hiddenReferences!: number[];
}
