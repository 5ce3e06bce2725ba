import 'reflect-metadata';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RoleEnum, ScopeEnum, type Role, type Scope } from '#api/access/index.ts';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { CoverRef } from './cover-ref.types.ts';
import { OrganizationView } from './organization.types.ts';
import { PersonRef } from './person-ref.types.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'The person who is signed in, acting for one organisation in one role.',
})
export class Viewer {
  @Field(() => ID, { description: 'Id of the person.' })
  id!: string;

  @Field(() => String, { description: 'Given and family name.' })
  name!: string;

  @Field(() => String, { description: 'E-mail address with which the person signs in.' })
  email!: string;

  @Field(() => RoleEnum, { description: 'What the person does in the organisation.' })
  role!: Role;

  @Field(() => OrganizationView, { description: 'The organisation that the person acts for.' })
  organization!: OrganizationView;

  @Field(() => [ScopeEnum], {
    description: 'The most that this role may ask for; the grant on each patient narrows it.',
  })
  scopes!: Scope[];

  @Field(() => Int, {
    description: 'Threads with something unread, the own and those of whom the person stands in for.',
  })
  unreadCount!: number;

  @Field(() => CoverRef, { nullable: true, description: 'Who covers for the viewer, now or next. Null: nobody.' })
  cover!: CoverRef | null;

  @Field(() => [PersonRef], {
    description: 'Whom the viewer stands in for now, as their delegate or to cover for them.',
  })
  standsInFor!: PersonRef[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the person signed in before this session. Null: this is the first time.',
  })
  previousSignInAt!: string | null;

  @Field(() => DateTimeScalar, {
    description: 'When the session ends whatever happens. It ends earlier after 15 minutes without a request.',
  })
  sessionExpiresAt!: string;
}

@InputType({ description: 'E-mail address and password.' })
export class SignInInput {
  @Field(() => String, { description: 'E-mail address; upper and lower case are the same.' })
  email!: string;

  @Field(() => String, { description: 'Password, as typed.' })
  password!: string;
}

export const SignInRefusalEnum = enumOf('SignInRefusal', 'Why nobody was signed in.', {
  'wrong-credentials': 'No account has this e-mail address with this password. It is not said which of them is wrong.',
  'too-many-attempts': 'There were too many failed attempts; the password was not looked at.',
});
export type SignInRefusal = EnumValue<typeof SignInRefusalEnum>;

@ObjectType({ simpleResolvers: true, description: 'A session has begun; its secret is in a cookie.' })
export class SignedIn {
  @Field(() => Viewer, { description: 'Who is signed in.' })
  viewer!: Viewer;
}

@ObjectType({ simpleResolvers: true, description: 'Nobody was signed in.' })
export class SignInRefused {
  @Field(() => SignInRefusalEnum, { description: 'Why.' })
  reason!: SignInRefusal;

  @Field(() => String, { description: 'The same in words, for the person at the keyboard.' })
  message!: string;

  @Field(() => Int, { nullable: true, description: 'Seconds until the next attempt is looked at. Null: at once.' })
  retryAfterSeconds!: number | null;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What became of an attempt to sign in.',
  types: () => [SignedIn, SignInRefused] as const,
  resolveType: (value) => ('viewer' in value ? SignedIn : SignInRefused),
});
