import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { RecordedStateEnum, Source, type RecordedState } from '#api/graphql/shared.types.ts';

@ObjectType({ description: 'One person or service that looks after the patient.' })
export class CareTeamMember {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Name of the person or service.' })
  name!: string;

  @Field(() => String, { description: 'What they do for this patient, such as medical oncologist.' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Organisation that they work for. Null: not recorded.' })
  organization!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone. Null: not recorded.' })
  telephone!: string | null;

  @Field(() => Boolean, { description: 'Whether that telephone is answered day and night.' })
  aroundTheClock!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Team: oncology, palliative, primary-care or other. Null: not recorded.',
  })
  team!: string | null;
}

@ObjectType({ description: 'Everybody recorded as looking after the patient.' })
export class CareTeam {
  @Field(() => RecordedStateEnum, { description: 'What an empty list means.' })
  state!: RecordedState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Latest change in a source. Null: no source said.' })
  asOf!: string | null;

  @Field(() => [Source], { description: 'Feeds that the members came from.' })
  sources!: Source[];

  @Field(() => [CareTeamMember], { description: 'Members who are active now.' })
  members!: CareTeamMember[];
}

@ObjectType({ description: 'Somebody to call about this patient.' })
export class Contact {
  @Field(() => String, { description: 'Name of the person, team or line.' })
  name!: string;

  @Field(() => String, { description: 'What to call them for, or what they do.' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Organisation. Null: not recorded.' })
  organization!: string | null;

  @Field(() => String, { description: 'Telephone number as it is dialled.' })
  telephone!: string;

  @Field(() => Boolean, { description: 'Whether it is answered day and night.' })
  aroundTheClock!: boolean;
}
