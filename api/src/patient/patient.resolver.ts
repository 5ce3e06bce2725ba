import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { AccessLogEntry } from '#api/audit/index.ts';
import { CareTeam, careTeam } from '#api/care-team/index.ts';
import { readChart, selectedSections } from '#api/chart/index.ts';
import {
  AllergyList,
  DocumentList,
  ImmunizationList,
  MedicationList,
  ProblemList,
  allergyList,
  documentList,
  immunizationList,
  medicationList,
  problemList,
} from '#api/clinical/index.ts';
import { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { NotFoundError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { DateScalar } from '#api/graphql/scalars.ts';
import { OncologySummary, oncologySummary } from '#api/oncology/index.ts';
import { PalliativeSummary, palliativeSummary } from '#api/palliative/index.ts';
import { ReferralList, referralList } from '#api/referral/index.ts';
import { ResultConnection, ResultSeries, resultConnection, seriesList } from '#api/results/index.ts';
import { Task, patientTasks } from '#api/tasks/index.ts';
import { accessLogOf } from './access-log.view.ts';
import { listPatients } from './list-patients.ts';
import { Patient, PatientConnection, PatientHeadline } from './patient.types.ts';
import { headlineOf, patientOf, type ChartedPatient } from './patient.view.ts';

const FIRST = { nullable: false } as const;

@Resolver(() => Patient)
export class PatientResolver {
  @Action('patient:list')
  @Query(() => PatientConnection, { description: 'Patients that the viewer may read, by name.' })
  patients(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { ...FIRST, defaultValue: 50, description: 'Patients a page holds at most, 1 to 200.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last patient seen.' }) after:
      | string
      | null,
    @Arg('search', () => String, { nullable: true, description: 'Words of a name or record number, or a birth date.' })
    search: string | null,
  ): Promise<PatientConnection> {
    return listPatients(context, { first, after, search, selected: selectedSections(info, ['edges', 'node']) });
  }

  @Action('patient:read')
  @Query(() => Patient, {
    description:
      'One patient. NOT_FOUND when there is none or the viewer may not read it: the answer does not say which.',
  })
  async patient(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Id in Portage.' }) id: string,
  ): Promise<Patient> {
    if (!isUuid(id)) throw new NotFoundError();
    return patientOf(await readChart(context, { patientId: id, selected: selectedSections(info) }));
  }

  @Action('oncology:read')
  @FieldResolver(() => PatientHeadline, {
    nullable: true,
    description: 'One line for a list. Null: the viewer does not read oncology facts.',
  })
  headline(@Root() { chart }: ChartedPatient): PatientHeadline | null {
    return chart.allows('oncology:read') ? headlineOf(chart) : null;
  }

  @Action('care-team:read')
  @FieldResolver(() => CareTeam, { description: 'Who cares for the patient, and how to reach them.' })
  careTeam(@Root() { chart }: ChartedPatient): CareTeam {
    return careTeam(chart.require('care-team:read'));
  }

  @Action('oncology:read')
  @FieldResolver(() => OncologySummary, { description: 'The cancer on one page.' })
  oncology(@Root() { chart }: ChartedPatient): OncologySummary {
    return oncologySummary(chart.require('oncology:read'));
  }

  @Action('palliative:read')
  @FieldResolver(() => PalliativeSummary, { description: 'Palliative care on one page.' })
  palliative(@Root() { chart }: ChartedPatient): PalliativeSummary {
    return palliativeSummary(chart.require('palliative:read'));
  }

  @Action('referral:read')
  @FieldResolver(() => ReferralList, { description: 'Referrals and coming appointments.' })
  referrals(@Root() { chart }: ChartedPatient): ReferralList {
    return referralList(chart.require('referral:read'));
  }

  @Action('clinical:read')
  @FieldResolver(() => ProblemList, { description: 'Problems and diagnoses.' })
  problems(@Root() { chart }: ChartedPatient): ProblemList {
    return problemList(chart.require('clinical:read'));
  }

  @Action('clinical:read')
  @FieldResolver(() => MedicationList, { description: 'Medicines, those taken now first.' })
  medications(@Root() { chart }: ChartedPatient): MedicationList {
    return medicationList(chart.require('clinical:read'));
  }

  @Action('clinical:read')
  @FieldResolver(() => AllergyList, { description: 'Allergies and intolerances.' })
  allergies(@Root() { chart }: ChartedPatient): AllergyList {
    return allergyList(chart.require('clinical:read'));
  }

  @Action('clinical:read')
  @FieldResolver(() => ImmunizationList, { description: 'Vaccines, newest first.' })
  immunizations(@Root() { chart }: ChartedPatient): ImmunizationList {
    return immunizationList(chart.require('clinical:read'));
  }

  @Action('results:read')
  @FieldResolver(() => ResultConnection, {
    description: 'Laboratory values, reports and imaging, newest first, from every institution.',
  })
  results(
    @Root() { chart }: ChartedPatient,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { ...FIRST, defaultValue: 50, description: 'Results a page holds at most, 1 to 200.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last result seen.' }) _after:
      | string
      | null,
    @Arg('family', () => String, { nullable: true, description: 'Only this test family, vital signs included.' })
    _family: string | null,
    @Arg('since', () => DateScalar, { nullable: true, description: 'Only results of this day and later.' }) _since:
      | string
      | null,
  ): ResultConnection {
    return resultConnection(chart.require('results:read'), String(info.path.key), first);
  }

  @Action('results:read')
  @FieldResolver(() => [ResultSeries], {
    description: 'Trend lines: test families with at least two numbers, the newest 40 of each.',
  })
  resultFamilies(@Root() { chart }: ChartedPatient): ResultSeries[] {
    return seriesList(chart.require('results:read'));
  }

  @Action('documents:read')
  @FieldResolver(() => DocumentList, { description: 'Letters, summaries and reports, newest first.' })
  documents(
    @Root() { chart }: ChartedPatient,
    @Arg('id', () => ID, { nullable: true, description: 'Only this document, so that no other text is read.' })
    id: string | null,
  ): DocumentList {
    return documentList(chart.require('documents:read'), id ?? null);
  }

  @Action('tasks:read')
  @FieldResolver(() => [Task], {
    description: 'Who was asked to do what for the patient: open first, the first due first.',
  })
  tasks(@Root() { chart }: ChartedPatient): Task[] {
    return patientTasks(chart.require('tasks:read'));
  }

  @Action('access-log:read')
  @FieldResolver(() => [AccessLogEntry], { description: 'Who has viewed this record, newest first.' })
  accessLog(
    @Root() { chart }: ChartedPatient,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { ...FIRST, defaultValue: 50, description: 'Entries at most, 1 to 200.' }) _first: number,
  ): AccessLogEntry[] {
    return accessLogOf(chart.require('access-log:read'), String(info.path.key));
  }
}
