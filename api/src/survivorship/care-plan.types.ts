import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#api/graphql/scalars.ts';
import { PatientRef } from '#api/graphql/shared.types.ts';
import { PersonRef } from '#api/identity/index.ts';
import { CarePlanLine, PlanStateEnum, RuleSource, type CarePlanState } from './plan-line.types.ts';
import { MissingFact, RecordFault, TreatmentSummary } from './summary.types.ts';

@ObjectType({
  description: 'A service that the physician who shares the follow-up may be paid for: facts, not advice.',
})
export class PaymentCandidate {
  @Field(() => String, { description: 'The service, by its plain name.' })
  service!: string;

  @Field(() => [String], { description: 'HCPCS level II codes. Empty: its codes are not free to be named.' })
  codes!: string[];

  @Field(() => [String], { description: 'Lines of this plan that are evidence for it.' })
  evidence!: string[];

  @Field(() => [String], { description: 'What cannot be billed in the same month, and other conditions.' })
  conflicts!: string[];

  @Field(() => RuleSource, { description: 'Where this was read.' })
  source!: RuleSource;
}

@ObjectType({ description: 'How far a plan has been agreed.' })
export class Handshake {
  @Field(() => Int, { description: 'Lines taken on.' })
  accepted!: number;

  @Field(() => Int, { description: 'Lines declined.' })
  declined!: number;

  @Field(() => Int, { description: 'Lines with an open question.' })
  asked!: number;

  @Field(() => Int, { description: 'Lines without an answer.' })
  open!: number;
}

@ObjectType({ description: 'One version of a plan in its history.' })
export class CarePlanVersion {
  @Field(() => Int, { description: 'Number of the version.' })
  version!: number;

  @Field(() => PlanStateEnum, { description: 'Where it stands.' })
  state!: CarePlanState;

  @Field(() => String, { description: 'Version of the rules that it was made with.' })
  ruleSetVersion!: string;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt!: string;

  @Field(() => PersonRef, { nullable: true, description: 'Who signed it. Null: nobody.' })
  signedBy!: PersonRef | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When. Null: it is not signed.' })
  signedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of what was signed. Null: it is not signed.' })
  hash!: string | null;
}

@ObjectType({ description: 'A follow-up plan: what was done, who does what by when.' })
export class CarePlan {
  @Field(() => ID, { description: 'Id of this version.' })
  id!: string;

  @Field(() => PatientRef, { description: 'The patient.' })
  patient!: PatientRef;

  @Field(() => Int, { description: 'Number of this version.' })
  version!: number;

  @Field(() => Int, {
    description: 'Goes up with each change; given back with one, it keeps two people from colliding.',
  })
  revision!: number;

  @Field(() => PlanStateEnum, { description: 'Where it stands.' })
  state!: CarePlanState;

  @Field(() => String, {
    description:
      'Version of the rules that its lines follow: in a draft those in use now. A default that the centre reviews.',
  })
  ruleSetVersion!: string;

  @Field(() => Boolean, {
    description: 'Whether other rules are in use now than when it was signed or, a draft, begun.',
  })
  rulesChanged!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed. Null: it is not.' })
  signedAt!: string | null;

  @Field(() => PersonRef, { nullable: true, description: 'Who signed it. Null: nobody.' })
  signedBy!: PersonRef | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of what was signed. Null: it is not signed.' })
  hash!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent. Null: it is not.' })
  sentAt!: string | null;

  @Field(() => PersonRef, { nullable: true, description: 'To whom. Null: to nobody yet.' })
  sentTo!: PersonRef | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they opened it. Null: not yet.' })
  receivedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the plan is suspended. Null: it runs.' })
  suspendedBecause!: string | null;

  @Field(() => String, { nullable: true, description: 'Why follow-up was closed. Null: it is not.' })
  closedBecause!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When follow-up was closed. Null: it is not.' })
  closedAt!: string | null;

  @Field(() => PersonRef, { nullable: true, description: 'Who closed it. Null: nobody.' })
  closedBy!: PersonRef | null;

  @Field(() => TreatmentSummary, {
    description: 'What was found and done: as signed, or as the record tells it in a draft.',
  })
  facts!: TreatmentSummary;

  @Field(() => [MissingFact], { description: 'What the plan should say and the record does not.' })
  missing!: MissingFact[];

  @Field(() => [RecordFault], { description: 'What the record says and cannot be so.' })
  faults!: RecordFault[];

  @Field(() => [CarePlanLine], { description: 'Who does what by when, with today’s state. No line is ever left out.' })
  lines!: CarePlanLine[];

  @Field(() => [PaymentCandidate], { description: 'Services that may be paid for. Empty: none fits.' })
  payments!: PaymentCandidate[];

  @Field(() => Handshake, { description: 'How far it has been agreed.' })
  handshake!: Handshake;

  @Field(() => [CarePlanVersion], { description: 'All versions, the newest first.' })
  versions!: CarePlanVersion[];

  @Field(() => [String], {
    description: 'What this viewer may not see and the state of lines depends on. Empty: nothing is hidden.',
  })
  notKnown!: string[];

  @Field(() => Boolean, { description: 'Whether the viewer may change the draft.' })
  mayEdit!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may sign it.' })
  maySign!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may answer its lines.' })
  mayRespond!: boolean;
}
