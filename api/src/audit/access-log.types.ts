import { Field, ObjectType } from 'type-graphql';
import { RoleEnum, type Role } from '#api/access/index.ts';
import { DateTimeScalar } from '#api/graphql/scalars.ts';

@ObjectType({ description: "One occasion on which somebody saw or changed part of this patient's record." })
export class AccessLogEntry {
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: string;

  @Field(() => String, { description: 'Who did it.' })
  personName!: string;

  @Field(() => RoleEnum, { description: 'The role in which they did it.' })
  role!: Role;

  @Field(() => String, { description: 'Organisation that they acted for.' })
  organization!: string;

  @Field(() => String, { description: 'What they did, as an action of permissions.md, such as patient:read.' })
  action!: string;

  @Field(() => [String], { description: 'Sections of the record that were seen, such as oncology. Empty: none.' })
  sections!: string[];
}
