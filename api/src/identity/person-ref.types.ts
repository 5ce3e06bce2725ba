import { Field, ID, ObjectType } from 'type-graphql';
import { RoleEnum, type Role } from '#api/access/index.ts';
import { OrganizationView } from './organization.types.ts';

@ObjectType({ description: 'Somebody who signs in to Portage, as others are shown them.' })
export class PersonRef {
  @Field(() => ID, { description: 'Id of the person.' })
  id!: string;

  @Field(() => String, { description: 'Given and family name.' })
  name!: string;

  @Field(() => RoleEnum, { nullable: true, description: 'What they do. Null: they have left.' })
  role!: Role | null;

  @Field(() => OrganizationView, { nullable: true, description: 'Where they work. Null: they have left.' })
  organization!: OrganizationView | null;
}
