import { Field, ObjectType } from 'type-graphql';
import { CareTeamMember, Contact } from '#api/care-team/index.ts';
import { MedicationItem } from '#api/clinical/index.ts';
import { enumOf, type EnumValue } from '#api/graphql/enum.ts';
import { DateScalar, DateTimeScalar } from '#api/graphql/scalars.ts';
import { RecordedStateEnum, Source, type RecordedState } from '#api/graphql/shared.types.ts';
import { PerformanceStatus } from '#api/oncology/index.ts';
import { PalliativeStage, SurpriseReview, SymptomSeries } from './assessment.types.ts';
import { AdvanceDirective, CareGoal, Carer, CodeStatus, Preference } from './wishes.types.ts';

export const InvolvementEnum = enumOf('Involvement', 'Whether the palliative care team looks after the patient.', {
  involved: 'The team looks after the patient.',
  referred: 'Referred to the team; no involvement is recorded yet.',
  'not-involved': 'The team looked after the patient and no longer does.',
  'not-recorded': 'Nothing is recorded. It does not mean that the team is not involved.',
});
export type Involvement = EnumValue<typeof InvolvementEnum>;

@ObjectType({ description: 'Palliative care on one page: whom to call, what the patient wants, how they are.' })
export class PalliativeSummary {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Latest change in a source. Null: no source said.' })
  asOf!: string | null;

  @Field(() => [Source], { description: 'Feeds that the summary came from.' })
  sources!: Source[];

  @Field(() => RecordedStateEnum, { description: 'Whether anything about palliative care is recorded.' })
  state!: RecordedState;

  @Field(() => InvolvementEnum, { description: 'Whether the palliative care team looks after the patient.' })
  involved!: Involvement;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when the team is involved. Null: not involved, or not recorded.',
  })
  involvedSince!: string | null;

  @Field(() => [CareTeamMember], { description: 'Members of the palliative care team. Empty: none recorded.' })
  team!: CareTeamMember[];

  @Field(() => Contact, {
    nullable: true,
    description: 'Palliative number answered day and night. Null: none is recorded.',
  })
  contact24x7!: Contact | null;

  @Field(() => [CareGoal], { description: 'Goals of care. Empty: none recorded.' })
  careGoals!: CareGoal[];

  @Field(() => CodeStatus, {
    nullable: true,
    description: 'Resuscitation decision. Null: not recorded, which is no decision either way.',
  })
  codeStatus!: CodeStatus | null;

  @Field(() => [AdvanceDirective], { description: 'Advance directives. Empty: none recorded.' })
  advanceDirectives!: AdvanceDirective[];

  @Field(() => SurpriseReview, { nullable: true, description: 'Latest surprise-question review. Null: not recorded.' })
  surpriseReview!: SurpriseReview | null;

  @Field(() => PalliativeStage, { nullable: true, description: 'Latest stage by colour. Null: not recorded.' })
  stage!: PalliativeStage | null;

  @Field(() => [SymptomSeries], { description: 'Symptom scores over time, one series per item. Empty: none recorded.' })
  symptomScores!: SymptomSeries[];

  @Field(() => PerformanceStatus, { nullable: true, description: 'Latest performance status. Null: not recorded.' })
  performanceStatus!: PerformanceStatus | null;

  @Field(() => [MedicationItem], {
    description: 'Medicines kept ready for expected symptoms at the end of life. Empty: none recorded.',
  })
  anticipatoryMedicines!: MedicationItem[];

  @Field(() => Carer, { nullable: true, description: 'Main carer at home. Null: not recorded.' })
  carer!: Carer | null;

  @Field(() => [Preference], { description: "The patient's preferences for care. Empty: none recorded." })
  preferences!: Preference[];
}
