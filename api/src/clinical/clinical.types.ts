import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import {
  Coding,
  RecordedStateEnum,
  RowSource,
  Source,
  type RecordedState,
  DatePrecisionEnum,
  type DatePrecision,
} from '#api/graphql/shared.types.ts';

/** What every list of this slice says about itself. */
@ObjectType()
abstract class ClinicalList {
  @Field(() => RecordedStateEnum, { description: 'What an empty list means.' })
  state!: RecordedState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Latest change in a source. Null: no source said.' })
  asOf!: string | null;

  @Field(() => [Source], { description: 'Feeds that the list came from.' })
  sources!: Source[];
}

@ObjectType({ description: 'A condition other than the cancers of the oncology summary.' })
export class Problem {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Name of the condition.' })
  name!: string;

  @Field(() => Coding, { description: 'Condition as the source coded it.' })
  code!: Coding;

  @Field(() => String, {
    description: 'Clinical status, such as active or resolved; "not recorded" when none was sent.',
  })
  status!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When it began. Null: not recorded.' })
  onsetOn!: string | null;

  @Field(() => DatePrecisionEnum, {
    nullable: true,
    description: 'How much of `onsetOn` is known. Null: no date is recorded.',
  })
  onsetPrecision!: DatePrecision | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it resolved. Null: it has not, or not recorded.' })
  resolvedOn!: string | null;

  @Field(() => RowSource, { description: 'Where this problem came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'A medicine that the patient takes, took or was prescribed.' })
export class MedicationItem {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Name of the medicine.' })
  name!: string;

  @Field(() => Coding, { description: 'Medicine as the source coded it.' })
  code!: Coding;

  @Field(() => String, {
    description: 'FHIR status, such as active, completed or stopped; "not recorded" when none was sent.',
  })
  status!: string;

  @Field(() => String, { nullable: true, description: 'Dose and how to take it, in words. Null: not recorded.' })
  dose!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for. Null: not recorded.' })
  reason!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day. Null: not recorded.' })
  startedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day. Null: still taken, or not recorded.' })
  endedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'cancer-systemic, supportive, anticipatory or other. Null: not recorded.',
  })
  category!: string | null;

  @Field(() => RowSource, { description: 'Where this medicine came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'An allergy or intolerance.' })
export class Allergy {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'What the patient reacts to.' })
  name!: string;

  @Field(() => Coding, { description: 'Substance as the source coded it.' })
  code!: Coding;

  @Field(() => String, {
    nullable: true,
    description: 'Possible harm: low, high or unable-to-assess. Null: not recorded.',
  })
  criticality!: string | null;

  @Field(() => String, { nullable: true, description: 'How the patient reacted. Null: not recorded.' })
  reaction!: string | null;

  @Field(() => String, { description: 'Clinical status, such as active; "not recorded" when none was sent.' })
  status!: string;

  @Field(() => RowSource, { description: 'Where this allergy came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'A vaccine given, or recorded as not given.' })
export class ImmunizationItem {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Name of the vaccine.' })
  name!: string;

  @Field(() => Coding, { description: 'Vaccine as the source coded it.' })
  code!: Coding;

  @Field(() => String, {
    description: 'FHIR status: completed, not-done or entered-in-error; "not recorded" when none was sent.',
  })
  status!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was given. Null: not recorded.' })
  givenOn!: string | null;

  @Field(() => DatePrecisionEnum, {
    nullable: true,
    description: 'How much of `givenOn` is known. Null: no date is recorded.',
  })
  givenPrecision!: DatePrecision | null;

  @Field(() => RowSource, { description: 'Where this entry came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'Conditions other than cancers.' })
export class ProblemList extends ClinicalList {
  @Field(() => [Problem], { description: 'Problems, active ones first.' })
  items!: Problem[];
}

@ObjectType({ description: 'Medicines, cancer medicines among them.' })
export class MedicationList extends ClinicalList {
  @Field(() => [MedicationItem], { description: 'Medicines, those taken now first.' })
  items!: MedicationItem[];
}

@ObjectType({ description: 'Allergies and intolerances.' })
export class AllergyList extends ClinicalList {
  @Field(() => [Allergy], { description: 'Allergies, the most dangerous first.' })
  items!: Allergy[];
}

@ObjectType({ description: 'Immunizations.' })
export class ImmunizationList extends ClinicalList {
  @Field(() => [ImmunizationItem], { description: 'Vaccines, the most recent first.' })
  items!: ImmunizationItem[];
}

@ObjectType({ description: 'A letter, report or other document.' })
export class DocumentItem {
  @Field(() => ID, { description: 'Id in Portage.' })
  id!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Kind of document, such as discharge summary. Null: not recorded.',
  })
  type!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was written. Null: not recorded.' })
  at!: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it. Null: not recorded.' })
  author!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Media type of the original, such as text/plain. Null: not recorded.',
  })
  contentType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Size of the original in bytes. Null: not recorded.' })
  sizeBytes!: number | null;

  @Field(() => String, { nullable: true, description: 'Body as plain text. Null: there is none, or it is not text.' })
  text!: string | null;

  @Field(() => RowSource, { description: 'Where this document came from.' })
  source!: RowSource;
}

@ObjectType({ description: 'Letters, reports and other documents.' })
export class DocumentList extends ClinicalList {
  @Field(() => [DocumentItem], { description: 'Documents, the most recent first.' })
  items!: DocumentItem[];
}
