import { Pool } from 'pg';
import type { RoleUrls } from '#api/database/index.ts';
import { DemoStoryError, openDesks, type Desk } from '#seeds/demo-desk.ts';
import { PLANS, type DemoPlan } from '#seeds/demo-plans.ts';
import { personBy } from '#seeds/people.ts';

interface Line {
  readonly id: string;
  readonly key: string;
  readonly asksForResponse: boolean;
}

/**
 * Writes the demo's follow-up plans as their people would: through the API, from draft to answer. A patient who has a
 * plan is left alone.
 */
export async function loadPlans(urls: RoleUrls): Promise<void> {
  const steward = new Pool({ connectionString: urls.portage_steward, max: 1 });
  const desks = openDesks(urls, steward);
  try {
    for (const plan of PLANS) {
      const oncology = await desks.of(plan.signedBy);
      const patientId = await oncology.patient(plan.patient);
      const { length } = await oncology.ask<readonly object[]>(
        'query ($id: ID!) { carePlanVersions(patientId: $id) { version } }',
        { id: patientId },
      );
      if (length > 0) continue;
      await send(oncology, patientId, plan);
      if (plan.answered) await answer(await desks.of(plan.sentTo), patientId, plan.answered);
    }
  } finally {
    await desks.close();
    await steward.end();
  }
}

const changing = (call: string, type: string): string =>
  `mutation ($input: ${type}!) { ${call} { __typename ... on CarePlanRefused { reason detail } } }`;

const DRAFT = changing('draftCarePlan(patientId: $input)', 'ID');
const SIGN = changing('signCarePlan(input: $input)', 'SignCarePlanInput');
const SEND = changing('sendCarePlan(input: $input)', 'SendCarePlanInput');
const RESPOND = changing('respondToCarePlanLine(input: $input)', 'RespondToCarePlanLineInput');
const CHANGED = 'CarePlanChanged';

async function send(desk: Desk, patientId: string, { sentTo }: DemoPlan): Promise<void> {
  await desk.ask(DRAFT, { input: patientId }, CHANGED);
  await desk.ask(SIGN, { input: { patientId, version: 1 } }, CHANGED);
  await desk.ask(SEND, { input: { patientId, version: 1, recipientId: personBy(sentTo).id } }, CHANGED);
}

/** What needs no words is accepted. */
async function answer(desk: Desk, patientId: string, answers: NonNullable<DemoPlan['answered']>): Promise<void> {
  const { lines } = await desk.ask<{ lines: readonly Line[] }>(
    'query ($id: ID!) { carePlan(patientId: $id) { lines { id key asksForResponse } } }',
    { id: patientId },
  );
  const asking = lines.filter(({ asksForResponse }) => asksForResponse);
  const respond = (lineIds: readonly string[], response: string, words?: string): Promise<unknown> =>
    desk.ask(RESPOND, { input: { patientId, lineIds, response, words } }, CHANGED);
  for (const { line, response, words } of answers) {
    const found = asking.find(({ key }) => key === line);
    if (!found) throw new DemoStoryError(`the plan asks nobody about ${line}`);
    await respond([found.id], response, words);
  }
  const rest = asking.filter(({ key }) => !answers.some(({ line }) => line === key));
  await respond(
    rest.map(({ id }) => id),
    'ACCEPTED',
  );
}
