import 'reflect-metadata';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { DatePrecisionEnum, type DatePrecision } from '#api/graphql/shared.types.ts';
import { ResultFlagEnum } from '#api/results/index.ts';
import type { Flag, PlannedTest } from './history.ts';
import type { Confidence, FamilyGroup, IntervalSituation, Situation } from './family.ts';
import type { Verdict } from './judgement.ts';
import type { Contrast, Laterality } from './words.ts';

export const VerdictEnum = enumOf<Verdict>(
  'DuplicateVerdict',
  'Whether a test that is about to be ordered repeats one.',
  {
    duplicate: 'It was done within its minimum interval, and was normal.',
    'probable-duplicate': 'It was done lately, or is ordered already; something about it is not sure.',
    'not-duplicate': 'Nothing that is known speaks against ordering it.',
    unknown: 'It cannot be judged: the reason says why.',
  },
);

export const SituationEnum = enumOf<Situation>('TestSituation', 'Why a test is wanted.', {
  routine: 'Follow-up or screening, with nothing new.',
  'new-symptom': 'The patient has something new.',
  'after-treatment-change': 'A treatment was begun, changed or ended.',
  'requested-by-oncology': 'The cancer centre asks for it.',
  inpatient: 'The patient is in hospital.',
});

export const SideEnum = enumOf<Laterality>('TestSide', 'Side of the body.', {
  left: 'Left.',
  right: 'Right.',
  bilateral: 'Both.',
});
export const ContrastEnum = enumOf<Contrast>('TestContrast', 'Whether contrast is given.', {
  with: 'With contrast.',
  without: 'Without contrast.',
  both: 'With and without contrast.',
});

const GroupEnum = enumOf<FamilyGroup>('TestGroup', 'Kind of test.', {
  haematology: 'Blood counts and clotting.',
  chemistry: 'Chemistry of the blood.',
  endocrine: 'Hormones.',
  'tumour-marker': 'Tumour markers.',
  microbiology: 'Cultures and infections.',
  'urine-stool': 'Urine and stool.',
  imaging: 'Imaging.',
  procedure: 'Endoscopy and other procedures.',
  panel: 'Several tests ordered as one.',
});

const IntervalSituationEnum = enumOf<IntervalSituation>('IntervalSituation', 'In what situation an interval holds.', {
  routine: 'Outside hospital, nothing new.',
  'after-treatment-change': 'After a treatment was begun, changed or ended.',
  inpatient: 'In hospital.',
  'on-cancer-drugs': 'While a cancer drug is given.',
});

const ConfidenceEnum = enumOf<Confidence>('SourceConfidence', 'How well a number was verified.', {
  A: 'Read in the source.',
  B: 'Read in a secondary copy.',
  C: 'From memory: the centre verifies it.',
});

const PlannedKindEnum = enumOf<PlannedTest['kind']>('PlannedTestKind', 'How a test is planned.', {
  order: 'Somebody has ordered it.',
  appointment: 'It is booked.',
  plan: 'A care plan names it.',
  surveillance: 'The follow-up plan in force asks for it.',
});

@ObjectType({
  description: 'How soon a test may be repeated when the last result was normal. A default that the centre reviews.',
})
export class TestInterval {
  @Field(() => IntervalSituationEnum, { description: 'The situation that it holds in.' })
  situation!: IntervalSituation;

  @Field(() => String, {
    nullable: true,
    description: 'Least interval as an ISO 8601 duration, such as P3M. Null: none is published, the centre sets it.',
  })
  least!: string | null;

  @Field(() => String, { nullable: true, description: 'Upper end where the source gives a range.' })
  most!: string | null;

  @Field(() => Boolean, { description: 'Whether it is a surveillance schedule and not a minimum.' })
  schedule!: boolean;

  @Field(() => String, { description: 'Where the number comes from.' })
  source!: string;

  @Field(() => Number, { description: 'Year of the source.' })
  year!: number;

  @Field(() => String, { description: 'Version of the list of intervals.' })
  version!: string;

  @Field(() => ConfidenceEnum, { description: 'How well it was verified.' })
  confidence!: Confidence;

  @Field(() => String, { nullable: true, description: 'What else the source says.' })
  note!: string | null;
}

@ObjectType({ description: 'One test under its many names and codes.' })
export class TestFamily {
  @Field(() => ID, { description: 'Stable key.' })
  key!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => GroupEnum, { description: 'Kind of test.' })
  group!: FamilyGroup;

  @Field(() => [String], { description: 'Other words for it.' })
  synonyms!: string[];

  @Field(() => [String], { description: 'Codes that name it: LOINC, HCPCS level II, or the centre’s own.' })
  codes!: string[];

  @Field(() => [String], { description: 'Names of the tests that it consists of. Empty: it is one test.' })
  parts!: string[];

  @Field(() => [TestInterval], { description: 'Intervals by situation.' })
  intervals!: TestInterval[];
}

@ObjectType({ description: 'A result that answers the question, wholly or in part.' })
export class PriorTest {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Name as the source gives it.' })
  name!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done. Null: the source did not say.' })
  at!: string | null;

  @Field(() => String, { description: 'Value or conclusion as it is read; empty where the source sent none.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Unit of the value as the source wrote it.' })
  unit!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the unit is none that can be read: the value is then neither judged nor compared.',
  })
  unitUnreadable!: boolean;

  @Field(() => DatePrecisionEnum, { nullable: true, description: 'How much of `at` the source knew.' })
  precision!: DatePrecision | null;

  @Field(() => ResultFlagEnum, {
    nullable: true,
    description: 'Judgement. Null: nobody judged it, which does not mean normal.',
  })
  flag!: Flag | null;

  @Field(() => String, { description: 'Status in the source; "not recorded" where it sent none.' })
  status!: string;

  @Field(() => String, { description: 'Where it was done, or which feed it came from.' })
  institution!: string;

  @Field(() => String, { description: 'Path of the page of the portal on which it stands among the others.' })
  link!: string;
}

@ObjectType({ description: 'A result that can be drawn beside the others.' })
export class TestTrendPoint {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  at!: string;

  @Field(() => Float, { description: 'Value in the unit of the trend.' })
  value!: number;

  @Field(() => ResultFlagEnum, { nullable: true, description: 'Judgement. Null: nobody judged it.' })
  flag!: Flag | null;
}

@ObjectType({ description: 'The earlier results over time, in one unit.' })
export class TestTrend {
  @Field(() => String, { nullable: true, description: 'Unit of every value as a UCUM code: that of the newest.' })
  unit!: string | null;

  @Field(() => Float, { nullable: true, description: 'Lower reference limit of the newest value.' })
  referenceLow!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper reference limit of the newest value.' })
  referenceHigh!: number | null;

  @Field(() => [TestTrendPoint], { description: 'Values, oldest first.' })
  points!: TestTrendPoint[];

  @Field(() => Int, {
    description: 'Numeric results that are left out, because their unit cannot be told in this one.',
  })
  leftOut!: number;
}

@ObjectType('PlannedTest', { description: 'The same test as ordered, booked or planned by somebody.' })
export class PlannedTestView {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => PlannedKindEnum, { description: 'How it is planned.' })
  kind!: PlannedTest['kind'];

  @Field(() => String, { description: 'In the source’s words.' })
  name!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the time in which it is due. Null: it is for one day, or not said.',
  })
  opensOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day that it is for, or last day of that time. Null: not said.',
  })
  on!: string | null;

  @Field(() => String, { nullable: true, description: 'Who does it or asked for it. Null: not said.' })
  by!: string | null;
}

@ObjectType({ description: 'One test of a panel.' })
export class TestPart {
  @Field(() => String, { description: 'Name of the test.' })
  name!: string;

  @Field(() => VerdictEnum, { description: 'Verdict on this part alone.' })
  verdict!: Verdict;

  @Field(() => String, { description: 'Why, in plain words.' })
  reason!: string;
}

@ObjectType({
  description:
    'Whether a test that is about to be ordered has been done, is ordered or is planned. Advice; the clinician decides.',
})
export class DuplicateTestCheck {
  @Field(() => VerdictEnum, { description: 'The verdict.' })
  verdict!: Verdict;

  @Field(() => TestFamily, { nullable: true, description: 'The test as it was understood. Null: it was not.' })
  family!: TestFamily | null;

  @Field(() => [String], { description: 'Why, in plain words.' })
  reasons!: string[];

  @Field(() => [TestPart], { description: 'The tests that a panel consists of, each judged by itself.' })
  parts!: TestPart[];

  @Field(() => [PriorTest], {
    description: 'Results of the last five years that answer it, newest first, ten at most.',
  })
  priors!: PriorTest[];

  @Field(() => TestTrend, {
    nullable: true,
    description: 'These results over time. Null: of a panel, or where nothing was measured.',
  })
  trend!: TestTrend | null;

  @Field(() => [PlannedTestView], { description: 'Orders, appointments and plans that still stand.' })
  planned!: PlannedTestView[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it would be due next. Null: no interval says so.',
  })
  nextDueOn!: string | null;

  @Field(() => TestInterval, {
    nullable: true,
    description: 'The interval that was applied, with its source. Null: none was.',
  })
  interval!: TestInterval | null;

  @Field(() => [String], { description: 'What this answer does not know.' })
  notKnown!: string[];

  @Field(() => [TestFamily], { description: 'Tests to choose from when it was not understood.' })
  nearest!: TestFamily[];
}
