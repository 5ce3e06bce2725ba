import { z } from 'zod';

const coding = z.looseObject({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
});
const concept = z.looseObject({ coding: z.array(coding).default([]), text: z.string().optional() });
const resource = z.looseObject({ resourceType: z.string(), id: z.string().optional() });
const identifier = z.looseObject({ system: z.string().optional(), value: z.string().optional() });
const name = z.looseObject({
  use: z.string().optional(),
  family: z.string().optional(),
  given: z.array(z.string()).optional(),
});

export const hookPatient = z.looseObject({
  resourceType: z.literal('Patient'),
  identifier: z.array(identifier).default([]),
  name: z.array(name).default([]),
  birthDate: z.string().optional(),
  gender: z.string().optional(),
});
export type HookPatient = z.infer<typeof hookPatient>;

const serviceRequest = z.looseObject({
  resourceType: z.literal('ServiceRequest'),
  id: z.string(),
  code: concept,
  category: z.array(concept).default([]),
  occurrenceDateTime: z.string().optional(),
  occurrencePeriod: z.looseObject({ start: z.string().optional() }).optional(),
});
export type DraftOrder = z.infer<typeof serviceRequest>;

/** What an order is called by whoever wrote it. */
export const wordsOf = ({ code: { text, coding: codings } }: DraftOrder): string =>
  text ??
  codings.find(({ display }) => display !== undefined)?.display ??
  codings[0]?.code ??
  'an order without a name';

/** By SNOMED CT as the EHR sends it: surgery, counselling, education, referral. */
const OTHER_CODES = new Set(['387713003', '409063005', '409073007', '3457005']);
const OTHER_WORDS = /referral|consult|counsel|education|surg|therapy|nursing/i;

/** Whether the EHR files the order under something that is no test. Without a category it may be one. */
export const isNoTest = ({ category }: DraftOrder): boolean =>
  category.length > 0 &&
  category.every(
    ({ coding: codings, text = '' }) =>
      OTHER_WORDS.test(text) ||
      codings.some(({ code = '', display = '' }) => OTHER_CODES.has(code) || OTHER_WORDS.test(display)),
  );

const request = z.looseObject({
  hook: z.string(),
  hookInstance: z.uuid(),
  context: z.looseObject({
    // Older senders leave it out; who calls is the client that signed.
    userId: z.string().optional(),
    patientId: z.string().min(1),
    selections: z.array(z.string()).optional(),
    draftOrders: z.looseObject({
      resourceType: z.literal('Bundle'),
      entry: z.array(z.looseObject({ resource })).max(200).default([]),
    }),
  }),
  prefetch: z.record(z.string(), z.unknown()).nullish(),
});

/** What a hook asks, as far as it concerns tests. */
export interface HookRequest {
  readonly orders: readonly DraftOrder[];
  /** Undefined: the EHR did not send the patient. */
  readonly patient: HookPatient | undefined;
}

/** The body is no request of this hook. The message says where. */
export class HookRequestError extends Error {
  override readonly name = 'HookRequestError';
}

/** @throws {HookRequestError} */
export function readHookRequest(hook: string, body: unknown): HookRequest {
  const read = request.safeParse(body);
  if (!read.success) throw new HookRequestError(faultsOf(read.error));
  const { context, prefetch } = read.data;
  if (read.data.hook !== hook) throw new HookRequestError(`hook: this service answers ${hook}`);
  if (hook === 'order-select' && context.selections === undefined)
    throw new HookRequestError('context.selections: is missing');
  const selected = new Set(context.selections);
  const orders = context.draftOrders.entry.flatMap(({ resource: draft }): DraftOrder[] => {
    if (draft.resourceType !== 'ServiceRequest') return [];
    const order = serviceRequest.safeParse(draft);
    if (!order.success) throw new HookRequestError(`context.draftOrders: ${faultsOf(order.error)}`);
    const wanted =
      hook !== 'order-select' || selected.has(`ServiceRequest/${order.data.id}`) || selected.has(order.data.id);
    return wanted ? [order.data] : [];
  });
  const patient = hookPatient.safeParse(prefetch?.['patient']);
  return { orders, patient: patient.success ? patient.data : undefined };
}

const feedback = z.looseObject({
  feedback: z
    .array(
      z.looseObject({
        card: z.uuid(),
        outcome: z.enum(['accepted', 'overridden']),
        outcomeTimestamp: z.iso.datetime({ offset: true }),
        overrideReason: z
          .looseObject({
            reason: z.looseObject({ code: z.string().max(100) }).optional(),
            userComment: z.string().max(1000).optional(),
          })
          .optional(),
      }),
    )
    .min(1)
    .max(100),
});

/** @throws {HookRequestError} */
export function readFeedback(body: unknown) {
  const read = feedback.safeParse(body);
  if (!read.success) throw new HookRequestError(faultsOf(read.error));
  return read.data.feedback.map(({ card, outcome, outcomeTimestamp, overrideReason }) => ({
    card,
    outcome,
    at: new Date(outcomeTimestamp),
    reason: overrideReason?.reason?.code ?? null,
    comment: overrideReason?.userComment ?? null,
  }));
}

// Paths and rules only: a message must not carry back what the body said.
const faultsOf = (error: z.ZodError) =>
  error.issues
    .slice(0, 5)
    .map(({ path, code }) => `${path.join('.') || 'the body'}: ${code.replaceAll('_', ' ')}`)
    .join('; ');
