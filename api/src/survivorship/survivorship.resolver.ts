import 'reflect-metadata';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import {
  CloseFollowUpInput,
  FillMissingFactInput,
  RespondToCarePlanLineInput,
  SendCarePlanInput,
  SignCarePlanInput,
  UpdateCarePlanLineInput,
} from './care-plan.inputs.ts';
import { CarePlanAnswer, PlanChange } from './care-plan.results.ts';
import { CarePlan, CarePlanVersion } from './care-plan.types.ts';
import { OWN_CENTRE, type PlanCentre } from './centre.ts';
import { closeFollowUp } from './close-follow-up.ts';
import { draftCarePlan } from './draft-care-plan.ts';
import { DueItemConnection, DueItemFilter } from './due-items.types.ts';
import { fillMissingFact } from './fill-missing-fact.ts';
import { listDueItems } from './list-due-items.ts';
import { readCarePlan, readDiff, readVersions } from './read-care-plan.ts';
import { receiveCarePlan } from './receive-care-plan.ts';
import { respondToCarePlanLine } from './respond-to-care-plan-line.ts';
import { sendCarePlan } from './send-care-plan.ts';
import { signCarePlan } from './sign-care-plan.ts';
import { undoCarePlanResponse } from './undo-care-plan-response.ts';
import { updateCarePlanLine } from './update-care-plan-line.ts';

const PATIENT = { description: 'Id of the patient.' } as const;
const INPUT = { description: 'What and of whom.' } as const;

@Resolver()
export class SurvivorshipResolver {
  readonly #centre: PlanCentre;
  constructor(centre: PlanCentre = OWN_CENTRE) {
    this.#centre = centre;
  }

  @Action('care-plan:read')
  @Query(() => CarePlan, {
    nullable: true,
    description:
      'The follow-up plan of a patient: the draft for those who write it, else the newest that was sent. Null: there is none.',
  })
  carePlan(
    @Ctx() context: RequestContext,
    @Arg('patientId', () => ID, PATIENT) patientId: string,
    @Arg('version', () => Int, { nullable: true, description: 'A certain version. Null: the present one.' }) version:
      | number
      | null,
  ): Promise<CarePlan | null> {
    return readCarePlan({ ...context, centre: this.#centre }, patientId, version ?? null);
  }

  @Action('care-plan:read')
  @Query(() => [CarePlanVersion], { description: 'All versions of a plan, the newest first.' })
  carePlanVersions(
    @Ctx() context: RequestContext,
    @Arg('patientId', () => ID, PATIENT) patientId: string,
  ): Promise<CarePlanVersion[]> {
    return readVersions({ ...context, centre: this.#centre }, patientId);
  }

  @Action('care-plan:read')
  @Query(() => [PlanChange], { description: 'What differs between two versions of a plan.' })
  carePlanDiff(
    @Ctx() context: RequestContext,
    @Arg('patientId', () => ID, PATIENT) patientId: string,
    @Arg('from', () => Int, { description: 'The earlier version.' }) from: number,
    @Arg('to', () => Int, { description: 'The later version.' }) to: number,
  ): Promise<PlanChange[]> {
    return readDiff({ ...context, centre: this.#centre }, patientId, from, to);
  }

  @Action('care-plan:list')
  @Query(() => DueItemConnection, {
    description: 'What is due over all of the viewer’s patients, patient by patient, the longest overdue first.',
  })
  dueItems(
    @Ctx() context: RequestContext,
    @Arg('filter', () => DueItemFilter, { nullable: true, description: 'Which. Null: all that is due.' })
    filter: DueItemFilter | null,
    @Arg('first', () => Int, {
      nullable: false,
      defaultValue: 50,
      description: 'Lines a page holds at most, 1 to 100.',
    })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last line seen.' }) after: string | null,
  ): Promise<DueItemConnection> {
    return listDueItems({ ...context, centre: this.#centre }, { filter, first, after });
  }

  @Action('care-plan:write')
  @Mutation(() => CarePlanAnswer, { description: 'Begins a plan, or the next version of one, filled from the record.' })
  draftCarePlan(
    @Ctx() context: RequestContext,
    @Arg('patientId', () => ID, PATIENT) patientId: string,
  ): Promise<CarePlanAnswer> {
    return draftCarePlan({ ...context, centre: this.#centre }, patientId);
  }

  @Action('care-plan:write')
  @Mutation(() => CarePlanAnswer, {
    description: 'Decides about a line of a draft: who, how often, by when, or why not.',
  })
  updateCarePlanLine(
    @Ctx() context: RequestContext,
    @Arg('input', () => UpdateCarePlanLineInput, INPUT) input: UpdateCarePlanLineInput,
  ): Promise<CarePlanAnswer> {
    return updateCarePlanLine({ ...context, centre: this.#centre }, input);
  }

  @Action('care-plan:write')
  @Mutation(() => CarePlanAnswer, {
    description: 'Says what the record does not, under the name of whoever is signed in.',
  })
  fillMissingFact(
    @Ctx() context: RequestContext,
    @Arg('input', () => FillMissingFactInput, INPUT) input: FillMissingFactInput,
  ): Promise<CarePlanAnswer> {
    return fillMissingFact({ ...context, centre: this.#centre }, input);
  }

  @Action('care-plan:write')
  @Mutation(() => CarePlanAnswer, { description: 'Signs a draft. A line without an owner keeps it from being signed.' })
  signCarePlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => SignCarePlanInput, INPUT) input: SignCarePlanInput,
  ): Promise<CarePlanAnswer> {
    return signCarePlan({ ...context, centre: this.#centre }, input);
  }

  @Action('care-plan:write')
  @Mutation(() => CarePlanAnswer, {
    description: 'Sends a signed plan to the physician who is to share the follow-up.',
  })
  sendCarePlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => SendCarePlanInput, INPUT) input: SendCarePlanInput,
  ): Promise<CarePlanAnswer> {
    return sendCarePlan({ ...context, centre: this.#centre }, input);
  }

  @Action('care-plan:answer')
  @Mutation(() => CarePlanAnswer, { description: 'Notes that the one to whom the plan was sent has opened it.' })
  receiveCarePlan(
    @Ctx() context: RequestContext,
    @Arg('patientId', () => ID, PATIENT) patientId: string,
  ): Promise<CarePlanAnswer> {
    return receiveCarePlan({ ...context, centre: this.#centre }, patientId);
  }

  @Action('care-plan:answer')
  @Mutation(() => CarePlanAnswer, { description: 'Accepts lines, declines them with a reason, or asks about them.' })
  respondToCarePlanLine(
    @Ctx() context: RequestContext,
    @Arg('input', () => RespondToCarePlanLineInput, INPUT) input: RespondToCarePlanLineInput,
  ): Promise<CarePlanAnswer> {
    return respondToCarePlanLine({ ...context, centre: this.#centre }, input);
  }

  @Action('care-plan:answer')
  @Mutation(() => CarePlanAnswer, { description: 'Takes back what the viewer answered within the last ten seconds.' })
  undoCarePlanResponse(
    @Ctx() context: RequestContext,
    @Arg('patientId', () => ID, PATIENT) patientId: string,
    @Arg('lineIds', () => [ID], { description: 'Ids of the lines: all of them are taken back, or none.' })
    lineIds: string[],
  ): Promise<CarePlanAnswer> {
    return undoCarePlanResponse({ ...context, centre: this.#centre }, { patientId, lineIds });
  }

  @Action('care-plan:write')
  @Mutation(() => CarePlanAnswer, {
    description: 'Ends follow-up by oncology once every line has been taken on, or with a reason.',
  })
  closeFollowUp(
    @Ctx() context: RequestContext,
    @Arg('input', () => CloseFollowUpInput, INPUT) input: CloseFollowUpInput,
  ): Promise<CarePlanAnswer> {
    return closeFollowUp({ ...context, centre: this.#centre }, input);
  }
}
