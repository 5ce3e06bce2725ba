import 'reflect-metadata';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Action } from '#api/graphql/action.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { OWN_TESTS, type CentreTests } from './centre.ts';
import { checkTests } from './check-tests.ts';
import { DuplicateTestInput, TestDecision, TestDecisionInput } from './duplicate-tests.inputs.ts';
import { DuplicateTestCheck, TestFamily } from './duplicate-tests.types.ts';
import { findFamilies } from './find-families.ts';
import type { PlanSource } from './planned-tests.ts';
import type { Knowledge } from './read-history.ts';
import { recordDecision } from './record-decision.ts';
import { testFigures } from './test-figures.ts';
import { DuplicateTestFigures } from './test-figures.types.ts';

@Resolver()
export class DuplicateTestsResolver {
  readonly #centre: CentreTests;
  readonly #knowledge: Knowledge;
  constructor(plans: PlanSource, centre: CentreTests = OWN_TESTS) {
    this.#centre = centre;
    this.#knowledge = { catalogue: centre.catalogue, plans };
  }

  @Action('duplicate-tests:check')
  @Query(() => DuplicateTestCheck, {
    description: 'Whether a test has been done, is ordered or is planned, asked before ordering it.',
  })
  async checkDuplicateTest(
    @Ctx() context: RequestContext,
    @Arg('input', () => DuplicateTestInput, { description: 'The test and the patient.' }) input: DuplicateTestInput,
  ): Promise<DuplicateTestCheck> {
    const [check] = await checkTests(context, [input], this.#knowledge);
    return check as DuplicateTestCheck;
  }

  @Action('duplicate-tests:check')
  @Query(() => [DuplicateTestCheck], {
    description: 'The same for a basket of up to 20 tests of one patient, in their order.',
  })
  checkDuplicateTests(
    @Ctx() context: RequestContext,
    @Arg('inputs', () => [DuplicateTestInput], { description: 'The tests, all of one patient.' })
    inputs: DuplicateTestInput[],
  ): Promise<DuplicateTestCheck[]> {
    return checkTests(context, inputs, this.#knowledge);
  }

  @Action('duplicate-tests:families')
  @Query(() => [TestFamily], { description: 'Tests by name, synonym or code, the likeliest first.' })
  testFamilies(
    @Ctx() context: RequestContext,
    @Arg('search', () => String, { description: 'Name, synonym or code; 200 characters at most.' }) search: string,
    @Arg('first', () => Int, { nullable: false, defaultValue: 10, description: 'Families at most, 1 to 50.' })
    first: number,
  ): TestFamily[] {
    requireToken(context);
    return findFamilies(search, first, this.#centre.catalogue);
  }

  @Action('duplicate-tests:figures')
  @Query(() => DuplicateTestFigures, {
    description: 'How often tests were checked and avoided, for the centre: counts of no patient.',
  })
  duplicateTestFigures(
    @Ctx() context: RequestContext,
    @Arg('months', () => Int, { nullable: false, defaultValue: 12, description: 'Months back: 1, 3 or 12.' })
    months: number,
  ): Promise<DuplicateTestFigures> {
    return testFigures(context, months, this.#centre);
  }

  @Action('duplicate-tests:decide')
  @Mutation(() => TestDecision, { description: 'Records what was decided after a check.' })
  recordTestDecision(
    @Ctx() context: RequestContext,
    @Arg('input', () => TestDecisionInput, { description: 'What was decided, and why.' }) input: TestDecisionInput,
  ): Promise<TestDecision> {
    return recordDecision(context, input, this.#centre.catalogue);
  }
}
