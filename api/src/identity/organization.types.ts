import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '#api/graphql/enum.ts';
import type { OrganizationKind } from './organization-kind.ts';

export const OrganizationKindEnum = enumOf<OrganizationKind>(
  'OrganizationKind',
  'What kind of place an organisation is.',
  {
    'cancer-centre': 'Cancer centre that shares its records.',
    'community-practice': "Community practice outside the centre's network.",
    'ihs-facility': 'Facility run by the Indian Health Service.',
    'tribal-facility': 'Facility run by a tribe under P.L. 93-638.',
    'urban-indian-facility': 'Urban Indian health programme.',
    'rural-health-clinic': 'Rural health clinic.',
    hospice: 'Hospice programme.',
  },
);

@ObjectType('Organization', { description: 'An organisation whose people sign in to Portage.' })
export class OrganizationView {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Name as people know it.' })
  name!: string;

  @Field(() => OrganizationKindEnum, { description: 'What kind of place it is.' })
  kind!: OrganizationKind;

  @Field(() => String, { nullable: true, description: 'Telephone in office hours. Null: not recorded.' })
  telephone!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone answered day and night. Null: none is recorded.' })
  telephone24x7!: string | null;

  @Field(() => String, { description: 'IANA time zone in which its people read times, such as America/Phoenix.' })
  timeZone!: string;
}
