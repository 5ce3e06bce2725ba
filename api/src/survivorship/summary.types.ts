import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { RowSource } from '#api/graphql/shared.types.ts';
import type { RecordFault as Fault } from './facts/facts.ts';

@ObjectType({
  description: 'A fact in plain words for the patient; a name that no term is kept for stays as recorded.',
})
export class PatientWords {
  @Field(() => String, { description: 'English.' })
  en!: string;

  @Field(() => String, { description: 'Spanish.' })
  es!: string;

  @Field(() => String, { description: 'Version of the terms, which the centre reviews.' })
  terms!: string;
}

@ObjectType({ description: 'One fact of a treatment summary.' })
export class SummaryFact {
  @Field(() => ID, { description: 'Id of its row in Portage, or the key under which somebody filled it in.' })
  id!: string;

  @Field(() => String, { description: 'The fact as it is read.' })
  text!: string;

  @Field(() => Float, { nullable: true, description: 'Its value. Null: it is told in words.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'Unit of the value. Null: there is none.' })
  unit!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its day. Null: not recorded.' })
  on!: string | null;

  @Field(() => RowSource, { nullable: true, description: 'The row that it stands on. Null: somebody filled it in.' })
  source!: RowSource | null;

  @Field(() => String, { nullable: true, description: 'Who filled in what the record leaves open. Null: nobody.' })
  filledInBy!: string | null;

  @Field(() => PatientWords, {
    nullable: true,
    description: 'As the patient’s copy says it, of cancers and their treatment. Null: of other facts.',
  })
  patientWords!: PatientWords | null;
}

@ObjectType({ description: 'One cancer.' })
export class SummaryDiagnosis extends SummaryFact {
  @Field(() => String, { description: 'Site in words.' })
  site!: string;

  @Field(() => String, { nullable: true, description: 'Histology. Null: not recorded.' })
  histology!: string | null;

  @Field(() => String, { nullable: true, description: 'Stage as recorded. Null: not recorded.' })
  stage!: string | null;

  @Field(() => Boolean, { description: 'Whether it is a metastasis.' })
  secondary!: boolean;

  @Field(() => [SummaryFact], { description: 'Receptors, mutations and other markers. Empty: none recorded.' })
  biomarkers!: SummaryFact[];
}

@ObjectType({ description: 'What was given of one medicine in all.' })
export class CumulativeDose {
  @Field(() => Float, { description: 'Amount.' })
  value!: number;

  @Field(() => String, { description: 'Unit: mg/m² where it can be told, else mg.' })
  unit!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'mg/m² of doxorubicin that count the same for the heart. Null: no anthracycline, or not in mg/m².',
  })
  doxorubicinEquivalent!: number | null;
}

@ObjectType({ description: 'A cancer medicine over all its courses.' })
export class SummarySystemic extends SummaryFact {
  @Field(() => String, { description: 'Active substance.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'Cycles. Null: not recorded, or stopped early.' })
  cycles!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Administrations recorded. Null: none, as of what is taken at home.',
  })
  doses!: number | null;

  @Field(() => CumulativeDose, { nullable: true, description: 'Cumulative dose. Null: it cannot be told.' })
  cumulativeDose!: CumulativeDose | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day. Null: it goes on, or is not recorded.' })
  endedOn!: string | null;
}

@ObjectType({ description: 'One irradiated volume.' })
export class SummaryRadiation extends SummaryFact {
  @Field(() => String, { description: 'Treated volume.' })
  site!: string;

  @Field(() => Float, { nullable: true, description: 'Total dose in Gy. Null: not recorded.' })
  doseGy!: number | null;

  @Field(() => Int, { nullable: true, description: 'Fractions. Null: not recorded.' })
  fractions!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day. Null: not recorded.' })
  endedOn!: string | null;
}

@ObjectType({ description: 'A treatment that goes on.' })
export class SummaryOngoing extends SummaryFact {
  @Field(() => String, { description: 'Active substance.' })
  name!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Planned end. Null: not recorded.' })
  plannedEnd!: string | null;
}

@ObjectType({ description: 'Somebody who treats the patient.' })
export class SummaryContact extends SummaryFact {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What they do for this patient. Null: the name tells it, as of a nurse line.',
  })
  role!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Team: oncology, palliative, primary-care or other. Null: not recorded.',
  })
  team!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone. Null: not recorded.' })
  telephone!: string | null;
}

@ObjectType({ description: 'A fact that a person said because the record does not.' })
export class FilledInFact {
  @Field(() => String, { description: 'Key for `fillMissingFact`; an empty text takes it back.' })
  key!: string;

  @Field(() => String, { description: 'What was missing.' })
  what!: string;

  @Field(() => String, { description: 'What was said.' })
  text!: string;

  @Field(() => String, { description: 'Who said it.' })
  by!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;
}

@ObjectType({ description: 'What was found and done, out of coded data.' })
export class TreatmentSummary {
  @Field(() => String, { nullable: true, description: 'curative or palliative. Null: not recorded.' })
  intent!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When treatment ended. Null: it has not, or it is not recorded.',
  })
  endOfTreatment!: string | null;

  @Field(() => [SummaryDiagnosis], { description: 'Cancers, primary ones first.' })
  diagnoses!: SummaryDiagnosis[];

  @Field(() => [SummaryFact], { description: 'Operations, oldest first.' })
  surgery!: SummaryFact[];

  @Field(() => [SummarySystemic], { description: 'Cancer medicines, oldest first.' })
  systemic!: SummarySystemic[];

  @Field(() => [SummaryRadiation], { description: 'Irradiated volumes, oldest first.' })
  radiation!: SummaryRadiation[];

  @Field(() => [SummaryFact], { description: 'Transplants.' })
  transplants!: SummaryFact[];

  @Field(() => [SummaryOngoing], { description: 'Treatment that goes on.' })
  ongoing!: SummaryOngoing[];

  @Field(() => [SummaryFact], { description: 'Effects of treatment that last.' })
  toxicities!: SummaryFact[];

  @Field(() => [SummaryFact], {
    description: 'Inherited findings that this viewer may read; they are never part of what is signed.',
  })
  genetics!: SummaryFact[];

  @Field(() => [SummaryFact], { description: 'Illnesses beside the cancer that follow-up minds.' })
  comorbidities!: SummaryFact[];

  @Field(() => [SummaryContact], { description: 'Who treats the patient.' })
  contacts!: SummaryContact[];

  @Field(() => [FilledInFact], { description: 'What people said where the record is silent.' })
  filledIn!: FilledInFact[];
}

@ObjectType({ description: 'A fact that the plan should say and the record does not.' })
export class MissingFact {
  @Field(() => String, { description: 'Key for `fillMissingFact`.' })
  key!: string;

  @Field(() => String, { description: 'What is missing.' })
  what!: string;

  @Field(() => String, { description: 'Why it is missing.' })
  why!: string;

  @Field(() => Boolean, { description: 'Whether it can be filled in here; the rest belongs into the record.' })
  mayFill!: boolean;
}

export const RecordFaultEnum = enumOf<Fault['kind']>('RecordFaultKind', 'What is wrong with a record.', {
  'contradictory-dates': 'Dates that cannot both be so.',
  'dose-without-unit': 'A dose that says no unit.',
  'two-primaries': 'Two primary cancers at once.',
  'treatment-without-end': 'A treatment that never ended.',
  'no-diagnosis': 'No cancer is recorded.',
  'date-to-come': 'Something is recorded as over on a day to come.',
});

@ObjectType({
  description: 'Something in the record that cannot be so, or cannot be used. The rest of the plan is built.',
})
export class RecordFault {
  @Field(() => RecordFaultEnum, { description: 'Kind of it.' })
  kind!: Fault['kind'];

  @Field(() => String, { description: 'What it is.' })
  text!: string;
}
