import 'reflect-metadata';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { ContrastEnum, SideEnum, SituationEnum, VerdictEnum } from './duplicate-tests.types.ts';
import type { Situation } from './family.ts';
import type { Verdict } from './judgement.ts';
import type { Contrast, Laterality } from './words.ts';

@InputType({ description: 'A test that somebody is about to order.' })
export class DuplicateTestInput {
  @Field(() => ID, { description: 'Id of the patient in Portage.' })
  patientId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name, synonym or code of the test, as typed; 200 characters at most.',
  })
  test!: string | null;

  @Field(() => String, { nullable: true, description: 'Code system of `code` as a URI.' })
  system!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the test; decides before `test`.' })
  code!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the order; standard: today.' })
  on!: string | null;

  @Field(() => SituationEnum, { defaultValue: 'routine', description: 'Why it is wanted.' })
  situation!: Situation;

  @Field(() => SideEnum, { nullable: true, description: 'Side of the body, where `test` does not say it.' })
  side!: Laterality | null;

  @Field(() => ContrastEnum, { nullable: true, description: 'Use of contrast, where `test` does not say it.' })
  contrast!: Contrast | null;
}

export const DecisionEnum = enumOf('TestDecisionKind', 'What a clinician did after a check.', {
  reused: 'The earlier result serves; nothing was ordered.',
  ordered: 'Ordered all the same.',
  deferred: 'Put off until it is due.',
});
export type DecisionKind = EnumValue<typeof DecisionEnum>;

export const OrderReasonEnum = enumOf('OrderReason', 'Why a test was ordered all the same.', {
  'abnormal-before': 'The last result was abnormal.',
  'new-symptom': 'The patient has something new.',
  'treatment-changed': 'A treatment was begun, changed or ended.',
  'result-not-usable': 'The earlier result cannot be seen or does not answer the question.',
  'oncology-asked': 'The cancer centre asks for it.',
  'patient-request': 'The patient wishes it.',
  other: 'Something else; `words` says what.',
});
export type OrderReason = EnumValue<typeof OrderReasonEnum>;

@InputType({ description: 'What was decided after a check.' })
export class TestDecisionInput {
  @Field(() => ID, { description: 'Id of the patient in Portage.' })
  patientId!: string;

  @Field(() => String, { description: 'Key of the test family that the check understood.' })
  family!: string;

  @Field(() => VerdictEnum, { description: 'Verdict that the check gave.' })
  verdict!: Verdict;

  @Field(() => DecisionEnum, { description: 'What was decided.' })
  decision!: DecisionKind;

  @Field(() => OrderReasonEnum, { nullable: true, description: 'Why it was ordered all the same.' })
  reason!: OrderReason | null;

  @Field(() => String, { nullable: true, description: 'The same in words; 500 characters at most.' })
  words!: string | null;
}

@ObjectType({ description: 'A decision as it was recorded.' })
export class TestDecision {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => DecisionEnum, { description: 'What was decided.' })
  decision!: DecisionKind;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  at!: string;
}
