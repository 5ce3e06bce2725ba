import type { ServiceRequest } from 'fhir/r4';
import { allCodesOf, clean, codeColumns, codesOf, hasCode, nameOf, wordsOf } from '../fhir/concepts.ts';
import { moment } from '../fhir/dates.ts';
import { LOINC, SNOMED } from '../fhir/systems.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import { closedCode } from '../fhir/values.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { STATUS } from './statuses.ts';

type Kind = 'referral' | 'order' | 'do-not-resuscitate' | 'other';

const NO_RESUSCITATION = /do not (attempt )?resuscit|not for (attempted )?(cpr|resuscit)|\bdnr\b|\bdnar\b|no cpr/;
/** A LOINC answer serves US Core as an order's code; SNOMED CT says "not for resuscitation". */
const NO_RESUSCITATION_CODES = ['LA33471-6', '304253006', '450475007'];
const REFERRAL_CODES = ['3457005', '306206005', '103696004', '306237005'];
const NEED = {
  referral: 'referral',
  order: 'order',
  'do-not-resuscitate': 'resuscitationOrder',
  other: 'order',
} as const;

export function mapServiceRequest(request: ServiceRequest, context: MappingContext): MappedRow[] {
  const display = nameOf(request.code) ?? clean(request.orderDetail?.[0]?.text) ?? nameOf(request.category?.[0]);
  if (display === undefined)
    throw new UnreadableResourceError('ServiceRequest has no code: what is asked for is not said');
  const kind = kindOf(request);
  const words = wordsOf(request.code, ...(request.category ?? []), ...(request.reasonCode ?? []));
  const refused = request.doNotPerform === true && kind !== 'do-not-resuscitate';
  const occurs =
    moment(request.occurrenceDateTime, 'ServiceRequest.occurrenceDateTime') ??
    moment(request.occurrencePeriod?.start, 'ServiceRequest.occurrencePeriod.start') ??
    moment(request.occurrenceTiming?.repeat?.boundsPeriod?.start, 'ServiceRequest.occurrenceTiming.start');
  return [
    {
      table: 'service_request',
      id: context.rowId,
      values: {
        needs: context.needs(NEED[refused ? 'other' : kind]),
        kind: refused ? 'other' : kind,
        ...codeColumns(request.code, SNOMED, LOINC),
        display: refused ? `Do not do: ${display}` : display,
        status: closedCode(request.status, 'ServiceRequest.status', STATUS.request) ?? null,
        intent: clean(request.intent) ?? null,
        priority: clean(request.priority) ?? null,
        authoredAt: moment(request.authoredOn, 'ServiceRequest.authoredOn')?.at ?? null,
        occursOn: occurs?.on ?? null,
        requesterName: context.nameOf(request.requester),
        performerName: context.nameOf(request.performer?.[0]) ?? nameOf(request.performerType) ?? null,
        reason: nameOf(request.reasonCode?.[0]) ?? clean(request.reasonReference?.[0]?.display) ?? null,
        palliative:
          /palliat|hospice/.test(words) ||
          hasCode(codesOf(request.code), SNOMED, '103735009', '385763009', '306237005'),
      },
    },
  ];
}

function kindOf(request: ServiceRequest): Kind {
  const codes = codesOf(request.code);
  const words = wordsOf(request.code);
  if (codes.some(({ code }) => NO_RESUSCITATION_CODES.includes(code ?? '')) || NO_RESUSCITATION.test(words))
    return 'do-not-resuscitate';
  const categories = allCodesOf(request.category);
  if (
    hasCode([...codes, ...categories], SNOMED, ...REFERRAL_CODES) ||
    /\breferr?al|\brefer to|consult/.test(`${words} ${wordsOf(...(request.category ?? []))}`)
  )
    return 'referral';
  return 'order';
}
