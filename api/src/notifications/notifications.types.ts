import 'reflect-metadata';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';

export const ContactChannelEnum = enumOf('ContactChannel', 'A way to reach somebody outside of the portal.', {
  email: 'E-mail.',
  fax: 'Fax. Not set up here: a contact says so.',
  direct: 'Direct secure messaging. Not set up here: a contact says so.',
});
export type ContactChannel = EnumValue<typeof ContactChannelEnum>;

export const ContactFailureEnum = enumOf('ContactFailure', 'Why a contact does not work.', {
  rejected: 'The other side refused the last mail for good: the address is wrong, or its box takes nothing.',
  'not-configured': 'Nobody has set this channel up in this installation.',
});
export type ContactFailure = EnumValue<typeof ContactFailureEnum>;

@ObjectType({ simpleResolvers: true, description: 'When the person wants to hear by mail.' })
export class NotificationSettings {
  @Field(() => Int, { description: 'Hour of the day at which the daily mail leaves, 0 to 23.' })
  digestHour!: number;

  @Field(() => Boolean, { description: 'Whether an urgent item is told of at once.' })
  urgentAtOnce!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Hour at which no more mails leave. Null: there are no quiet hours.',
  })
  quietFrom!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Hour from which they leave again. Null: there are no quiet hours.',
  })
  quietUntil!: number | null;

  @Field(() => String, { description: 'IANA time zone of the practice, in which these hours are meant.' })
  timeZone!: string;
}

@ObjectType({ simpleResolvers: true, description: 'An address of the person, and whether it works.' })
export class ContactPoint {
  @Field(() => ID, { description: 'Id of the contact.' })
  id!: string;

  @Field(() => ContactChannelEnum, { description: 'E-mail, fax or Direct.' })
  channel!: ContactChannel;

  @Field(() => String, { description: 'The address or number.' })
  address!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the person answered from it. Null: not yet.' })
  verifiedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a link was last sent to it. Null: never, or not since the address changed.',
  })
  codeSentAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it failed. Null: it has not.' })
  failedAt!: string | null;

  @Field(() => ContactFailureEnum, { nullable: true, description: 'Why it failed. Null: it has not.' })
  failure!: ContactFailure | null;
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who works in the practice.' })
export class PracticeMember {
  @Field(() => ID, { description: 'Id of the person.' })
  id!: string;

  @Field(() => String, { description: 'Given and family name.' })
  name!: string;
}

export const ContactStateEnum = enumOf('ContactState', 'Why somebody cannot be told by mail.', {
  none: 'They have no e-mail address in Portage.',
  unverified: 'They have not confirmed their address.',
  rejected: 'Their address refused the last mail for good.',
  'not-configured': 'This installation sends no mail.',
});
export type ContactState = EnumValue<typeof ContactStateEnum>;

@ObjectType({ simpleResolvers: true, description: 'What was asked of the practice about an address.' })
export class ContactTask {
  @Field(() => ID, { description: 'Id of the task.' })
  id!: string;

  @Field(() => String, { description: 'What is to be done.' })
  title!: string;

  @Field(() => DateScalar, { description: 'By when.' })
  dueOn!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Somebody of the practice who cannot be told by mail.' })
export class UnreachableMember {
  @Field(() => PracticeMember, { description: 'Who.' })
  person!: PracticeMember;

  @Field(() => String, { nullable: true, description: 'Their address. Null: they have none.' })
  address!: string | null;

  @Field(() => ContactStateEnum, { description: 'Why.' })
  state!: ContactState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when. Null: they have no address.' })
  since!: string | null;

  @Field(() => ContactTask, {
    nullable: true,
    description: 'The open task that a message to them raised. Null: nobody has written to them since.',
  })
  task!: ContactTask | null;
}

@ObjectType({ simpleResolvers: true, description: 'What the practice does about messages that nobody opens.' })
export class PracticeSettings {
  @Field(() => PracticeMember, {
    nullable: true,
    description: 'Who hears of one after the recipient and whoever covers for them. Null: nobody was named.',
  })
  secondContact!: PracticeMember | null;

  @Field(() => Int, { description: 'Minutes after which an urgent message has waited too long.' })
  urgentAfterMinutes!: number;

  @Field(() => Int, { description: 'Working days of the practice after which any other has.' })
  routineAfterDays!: number;

  @Field(() => [Int], { description: 'Days on which the practice works; 1 is Monday.' })
  workingDays!: number[];

  @Field(() => String, { description: 'IANA time zone of the practice: its days and hours are of this clock.' })
  timeZone!: string;

  @Field(() => [UnreachableMember], {
    description: 'Who of the practice cannot be told by mail. For its administrators; none for anybody else.',
  })
  unreachable!: UnreachableMember[];

  @Field(() => Boolean, { description: 'Whether the viewer may change this.' })
  mayChange!: boolean;

  @Field(() => [PracticeMember], { description: 'Who may be named.' })
  members!: PracticeMember[];
}

@ObjectType({ simpleResolvers: true, description: 'How and when the viewer, and the practice, are reached.' })
export class Notifications {
  @Field(() => NotificationSettings, { description: 'When the viewer wants to hear.' })
  settings!: NotificationSettings;

  @Field(() => [ContactPoint], { description: 'Addresses of the viewer.' })
  contacts!: ContactPoint[];

  @Field(() => PracticeSettings, { description: 'What the practice does about messages that nobody opens.' })
  practice!: PracticeSettings;
}

@InputType({ description: 'When the viewer wants to hear.' })
export class NotificationSettingsInput {
  @Field(() => Int, { description: 'Hour of the day at which the daily mail leaves, 0 to 23.' })
  digestHour!: number;

  @Field(() => Boolean, { description: 'Whether an urgent item is told of at once.' })
  urgentAtOnce!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Hour at which quiet begins, 0 to 23; with `quietUntil`, or neither.',
  })
  quietFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Hour at which quiet ends, 0 to 23; with `quietFrom`, or neither.' })
  quietUntil?: number | null;
}

@InputType({ description: 'An address of the viewer. A new one has to be confirmed from there.' })
export class ContactInput {
  @Field(() => ContactChannelEnum, { description: 'E-mail, fax or Direct.' })
  channel!: ContactChannel;

  @Field(() => String, { description: 'The address or number.' })
  address!: string;
}

@InputType({ description: 'What the practice does about messages that nobody opens.' })
export class PracticeSettingsInput {
  @Field(() => ID, { nullable: true, description: 'Who is the second contact. Null: nobody.' })
  secondContactId?: string | null;

  @Field(() => Int, { description: 'Minutes for an urgent message, 15 to 2880.' })
  urgentAfterMinutes!: number;

  @Field(() => Int, { description: 'Working days for any other, 1 to 15.' })
  routineAfterDays!: number;

  @Field(() => [Int], {
    nullable: true,
    description: 'Days on which the practice works, from 1 (Monday) to 7. Null: as they are.',
  })
  workingDays?: number[] | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone of the practice. Null: as it is.' })
  timeZone?: string | null;
}

export const ContactRefusalEnum = enumOf('ContactRefusal', 'Why nothing was done about a contact.', {
  'wrong-code': 'This code is not, or no longer, the one that was sent to an address of yours. Ask for a new one.',
  'too-soon': 'A link was sent less than a minute ago.',
  'not-found': 'You have no such contact.',
});
export type ContactRefusal = EnumValue<typeof ContactRefusalEnum>;

@ObjectType({ simpleResolvers: true, description: 'It was done.' })
export class ContactChanged {
  @Field(() => Notifications, { description: 'How it stands now.' })
  notifications!: Notifications;
}

@ObjectType({ simpleResolvers: true, description: 'It was not done.' })
export class ContactRefused {
  @Field(() => ContactRefusalEnum, { description: 'Why.' })
  reason!: ContactRefusal;
}

export const ContactAnswer = createUnionType({
  name: 'ContactAnswer',
  description: 'What became of a contact.',
  types: () => [ContactChanged, ContactRefused] as const,
  resolveType: (value) => ('reason' in value ? ContactRefused : ContactChanged),
});
