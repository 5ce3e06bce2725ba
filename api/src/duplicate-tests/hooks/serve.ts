import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Door } from '#api/graphql/context.ts';
import { ForbiddenError, NotFoundError } from '#api/graphql/errors.ts';
import { requestContext } from '#api/http/index.ts';
import type { Catalogue } from '../catalogue.ts';
import { judge } from '../judge.ts';
import { readHistory, type Knowledge } from '../read-history.ts';
import { recognize, type TestName } from '../recognize.ts';
import { cardOf } from './cards.ts';
import type { HooksDoor } from './door.ts';
import { HookRequestError, readFeedback, readHookRequest, type DraftOrder } from './hook-request.ts';
import { matchPatient } from './match-patient.ts';
import { notCheckedCard } from './not-checked-card.ts';
import { HookLimitedError, HookRefusedError } from './refusals.ts';

export { createHooksDoor } from './door.ts';

const SERVICES = [
  { hook: 'order-select', id: 'duplicate-tests-select', title: 'Has this test been done? (at choosing)' },
  { hook: 'order-sign', id: 'duplicate-tests-sign', title: 'Has this test been done? (at signing)' },
] as const;

const DISCOVERY = {
  services: SERVICES.map((service) => ({
    ...service,
    description:
      'Says when a test that is about to be ordered was done, is ordered or is planned at the cancer centre, and which orders it does not know. Says nothing of a patient whose record is not open to the practice.',
    prefetch: { patient: 'Patient/{{context.patientId}}' },
  })),
};

/** A bundle of draft orders with its prefetch. */
const BODY_LIMIT = 1_000_000;

interface Parts extends Knowledge {
  readonly pool: Pool;
  readonly door: Door;
  readonly hooks: HooksDoor;
  /** Where clients reach Portage; without it, what a request says of itself is believed. */
  readonly publicUrl: string | undefined;
}

/** CDS Hooks 2.0: discovery, a service for each hook, and feedback. */
export function serveCdsHooks(app: FastifyInstance, parts: Parts): void {
  app.get('/cds-services', async (_request, reply) => reply.header('cache-control', 'no-store').send(DISCOVERY));
  for (const { hook, id } of SERVICES) {
    const options = { bodyLimit: BODY_LIMIT };
    app.post(`/cds-services/${id}`, options, (request, reply) =>
      answering(request, reply, parts, (token, clientId) => cardsFor(hook, request, parts, token, clientId)),
    );
    app.post(`/cds-services/${id}/feedback`, options, (request, reply) =>
      answering(request, reply, parts, async (_token, clientId) => {
        await parts.hooks.keepFeedback(clientId, id, readFeedback(request.body));
        return {};
      }),
    );
  }
}

/**
 * A token is made out to one address. Taken from the request it would be the sender's own word, and a token for another
 * service would pass here: so production names its address.
 */
const origin = (request: FastifyRequest, publicUrl: string | undefined) =>
  publicUrl ?? `${request.protocol}://${request.host}`;

async function answering(
  request: FastifyRequest,
  reply: FastifyReply,
  { hooks, publicUrl }: Parts,
  answer: (token: string, clientId: string) => Promise<object | undefined>,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store');
  const refuse = (status: number, message: string) => reply.code(status).send({ message });
  try {
    const { token, clientId } = await hooks.enter(
      request.headers.authorization,
      `${origin(request, publicUrl)}${request.url}`,
      { requestId: request.id, from: request.ip },
    );
    const body = await answer(token, clientId);
    return body === undefined ? refuse(412, 'prefetch.patient: the patient is needed') : reply.send(body);
  } catch (error) {
    if (error instanceof HookRefusedError) return refuse(401, error.message);
    if (error instanceof HookLimitedError) {
      void reply.header('retry-after', String(error.retryAfterSeconds));
      return refuse(429, error.message);
    }
    if (error instanceof HookRequestError) return refuse(400, error.message);
    throw error;
  }
}

async function cardsFor(
  hook: string,
  request: FastifyRequest,
  parts: Parts,
  token: string,
  clientId: string,
): Promise<object | undefined> {
  const { hooks, publicUrl, catalogue } = parts;
  const { orders, patient } = readHookRequest(hook, request.body);
  const asked = orders.map((order) => ({ order, name: nameOf(order, catalogue) }));
  if (asked.length === 0) return { cards: [] };
  if (patient === undefined) return undefined;
  const context = requestContext(request, parts, { token, ...NO_COOKIE });
  const patientId = await matchPatient(context, patient);
  if (patientId === undefined) return { cards: [] };
  try {
    const { chart, history } = await readHistory(
      context,
      patientId,
      asked.map(({ name }) => name),
      parts,
    );
    const url = `${origin(request, publicUrl)}/patients/${patientId}`;
    const judged = asked.map(({ order, name }) => ({
      order,
      judgement: judge({ name, on: chart.now, situation: 'routine' }, history, catalogue, chart.now),
    }));
    const cards = judged.flatMap(({ order, judgement }) => {
      const card = cardOf(order, judgement, url, chart.zone);
      return card && judgement.family ? [{ card, family: judgement.family.key }] : [];
    });
    await hooks.keepCards(
      clientId,
      cards.map(({ card, family }) => ({ uuid: card.uuid, family })),
    );
    const notChecked = notCheckedCard(judged, url);
    return { cards: [...cards.map(({ card }) => card), ...(notChecked ? [notChecked] : [])] };
  } catch (error) {
    // What is not granted is answered like what is not there.
    if (error instanceof NotFoundError || error instanceof ForbiddenError) return { cards: [] };
    throw error;
  }
}

/** An EHR has no cookie that could be set or cleared. */
const NO_COOKIE = { setSessionCookie: () => undefined, clearSessionCookie: () => undefined };

/** The order's first coding that a family has; its words where no code is known. */
function nameOf({ code }: DraftOrder, catalogue: Catalogue): TestName {
  const text = code.text ?? code.coding.find(({ display }) => display !== undefined)?.display;
  const known = code.coding.find(
    ({ system, code: value }) => recognize({ system, code: value }, catalogue).found === 'one',
  );
  return known ? { system: known.system, code: known.code, text } : { text };
}
