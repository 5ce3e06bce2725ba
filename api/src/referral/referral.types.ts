import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { RecordedStateEnum, RowSource, Source, type RecordedState } from '#api/graphql/shared.types.ts';

export const ReferralKindEnum = enumOf('ReferralKind', 'What kind of step it is.', {
  referral: 'A request that somebody see the patient or treat them.',
  appointment: 'A visit that is booked or proposed, in the future.',
});
export type ReferralKind = EnumValue<typeof ReferralKindEnum>;

@ObjectType({ description: 'A referral, or an appointment: what a navigator follows up.' })
export class ReferralItem {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => ReferralKindEnum, { description: 'Referral or appointment.' })
  kind!: ReferralKind;

  @Field(() => String, { description: 'What is asked for or booked.' })
  text!: string;

  @Field(() => String, {
    description: 'Status as sent, such as active, completed or booked; "not recorded" when none was.',
  })
  status!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Priority as sent, such as routine or urgent. Null: not recorded.',
  })
  priority!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was asked for. Null: not recorded.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who asked for it. Null: not recorded.' })
  requester!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who is to do it, or with whom the visit is. Null: not recorded.',
  })
  performer!: string | null;

  @Field(() => String, { nullable: true, description: 'Where. Null: not recorded.' })
  location!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was asked for. Null: not recorded.' })
  requestedAt!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it is due or booked. Null: not recorded.' })
  due!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Time of an appointment. Null: no time is set.' })
  at!: string | null;

  @Field(() => RowSource, { description: 'Where it came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'Referrals and coming appointments: open ones first, then by day.' })
export class ReferralList {
  @Field(() => RecordedStateEnum, { description: 'Whether there are entries, none by statement, or nothing was sent.' })
  state!: RecordedState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Latest change at the source among them. Null: not said.',
  })
  asOf!: string | null;

  @Field(() => [Source], { description: 'Feeds that they came from.' })
  sources!: Source[];

  @Field(() => [ReferralItem], { description: 'The entries.' })
  items!: ReferralItem[];
}
