import type {
  CodeableConcept,
  Dosage,
  MedicationAdministration,
  MedicationRequest,
  MedicationStatement,
  Reference,
} from 'fhir/r4';
import { allCodesOf, clean, codeColumns, hasCode, nameOf } from '../fhir/concepts.ts';
import { dateOrPeriod, moment, partial, type Moment } from '../fhir/dates.ts';
import { portage, RXNORM } from '../fhir/systems.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import { closedCode, decimal, hasProfile } from '../fhir/values.ts';
import type { RowValues } from '../writing/tables.ts';
import type { MappingContext } from './context.ts';
import { isCancerDrug, isSupportiveDrug } from './drug-names.ts';
import { treatmentIntent } from './intent.ts';
import type { MappedRow } from './mapped.ts';
import type { NEEDS } from './needs.ts';
import { unitOf } from './observation/value.ts';
import { STATUS } from './statuses.ts';

type Category = RowValues['medication_use']['category'];
type Medicine = MedicationRequest | MedicationAdministration | MedicationStatement;

const NEED: Record<Category, keyof typeof NEEDS> = {
  'cancer-systemic': 'cancerMedicine',
  supportive: 'supportiveMedicine',
  anticipatory: 'anticipatoryMedicine',
  other: 'otherMedicine',
};

/** What is ordered. */
export function mapMedicationRequest(request: MedicationRequest, context: MappingContext): MappedRow[] {
  const dosage = request.dosageInstruction?.[0];
  const validity = request.dispenseRequest?.validityPeriod;
  const timing = dosage?.timing?.repeat?.boundsPeriod;
  const start =
    moment(validity?.start, 'MedicationRequest.dispenseRequest.validityPeriod.start') ??
    moment(timing?.start, 'MedicationRequest.dosageInstruction.timing.start') ??
    moment(request.authoredOn, 'MedicationRequest.authoredOn');
  const end =
    moment(timing?.end, 'MedicationRequest.dosageInstruction.timing.end') ??
    // Until when it may be dispensed is until when it is taken only once that time has come.
    (request.status === 'active'
      ? undefined
      : moment(validity?.end, 'MedicationRequest.dispenseRequest.validityPeriod.end'));
  return use(request, context, start, end, {
    status: closedCode(request.status, 'MedicationRequest.status', STATUS.medicationRequest) ?? null,
    ...doseOf(dosage, 'MedicationRequest.dosageInstruction'),
    carePlanId: firstRow(request.basedOn, 'CarePlan', context),
    terminationReason: nameOf(request.statusReason) ?? null,
    refused: request.doNotPerform === true,
  });
}

/** What was given. */
export function mapMedicationAdministration(given: MedicationAdministration, context: MappingContext): MappedRow[] {
  const when = dateOrPeriod(given.effectiveDateTime, given.effectivePeriod, 'MedicationAdministration.effective');
  const dose = given.dosage?.dose;
  return use(given, context, when.start, when.end, {
    status: closedCode(given.status, 'MedicationAdministration.status', STATUS.medicationAdministration) ?? null,
    doseAmount: decimal(dose?.value, 'MedicationAdministration.dosage.dose') ?? null,
    doseUnit: dose ? unitOf(dose) : null,
    doseText: clean(given.dosage?.text) ?? null,
    route: nameOf(given.dosage?.route) ?? null,
    requestId: context.rowOf(given.request, 'MedicationRequest'),
    terminationReason: nameOf(given.statusReason?.[0]) ?? null,
  });
}

/** What is taken, as somebody states. */
export function mapMedicationStatement(statement: MedicationStatement, context: MappingContext): MappedRow[] {
  const single = moment(statement.effectiveDateTime, 'MedicationStatement.effectiveDateTime');
  const period = dateOrPeriod(undefined, statement.effectivePeriod, 'MedicationStatement.effective');
  return use(statement, context, single ?? period.start, period.end, {
    status: closedCode(statement.status, 'MedicationStatement.status', STATUS.medicationStatement) ?? null,
    ...doseOf(statement.dosage?.[0], 'MedicationStatement.dosage'),
    requestId: firstRow(statement.basedOn, 'MedicationRequest', context),
    carePlanId: firstRow(statement.basedOn, 'CarePlan', context),
    terminationReason: nameOf(statement.statusReason?.[0]) ?? null,
  });
}

type Details = Partial<
  Pick<
    RowValues['medication_use'],
    'status' | 'doseAmount' | 'doseUnit' | 'doseText' | 'route' | 'requestId' | 'carePlanId' | 'terminationReason'
  >
> & {
  /** An order not to give it. */
  refused?: boolean;
};

function use(
  medicine: Medicine,
  context: MappingContext,
  start: Moment | undefined,
  end: Moment | undefined,
  { refused, ...details }: Details,
): MappedRow[] {
  const concept = medicine.medicationCodeableConcept ?? context.medicine(medicine.medicationReference);
  const display = nameOf(concept) ?? clean(medicine.medicationReference?.display);
  if (display === undefined) throw new UnreadableResourceError(`${medicine.resourceType} names no medicine`);
  const category = categoryOf(medicine, concept, display);
  return [
    {
      table: 'medication_use',
      id: context.rowId,
      values: {
        needs: context.needs(NEED[category]),
        category,
        ...codeColumns(concept, RXNORM),
        display: refused ? `Do not give: ${display}` : display,
        treatmentIntent: treatmentIntent(medicine.extension),
        startedOn: start?.on ?? null,
        startedPrecision: partial(start),
        endedOn: end?.on ?? null,
        reason: nameOf(medicine.reasonCode?.[0]) ?? clean(medicine.reasonReference?.[0]?.display) ?? null,
        reasonId: context.rowOf(medicine.reasonReference?.[0], 'Condition'),
        statesNone: false,
        ...details,
      },
    },
  ];
}

function categoryOf(medicine: Medicine, concept: CodeableConcept | undefined, display: string): Category {
  const categories = allCodesOf(
    medicine.resourceType === 'MedicationRequest' ? medicine.category : medicine.category ? [medicine.category] : [],
  );
  const own = portage('medication-category');
  if (hasCode(categories, own, 'anticipatory')) return 'anticipatory';
  if (hasCode(categories, own, 'supportive')) return 'supportive';
  if (hasProfile(medicine, /mcode-cancer-related-medication/)) return 'cancer-systemic';
  const name = `${display} ${nameOf(concept) ?? ''}`;
  if (isSupportiveDrug(name)) return 'supportive';
  return isCancerDrug(name) ? 'cancer-systemic' : 'other';
}

function doseOf(
  dosage: Dosage | undefined,
  path: string,
): Pick<Details, 'doseAmount' | 'doseUnit' | 'doseText' | 'route'> {
  const dose = dosage?.doseAndRate?.[0]?.doseQuantity;
  return {
    doseAmount: decimal(dose?.value, `${path}.doseQuantity`) ?? null,
    doseUnit: dose ? unitOf(dose) : null,
    doseText: clean(dosage?.text) ?? null,
    route: nameOf(dosage?.route) ?? null,
  };
}

function firstRow(references: readonly Reference[] | undefined, type: string, context: MappingContext): string | null {
  for (const reference of references ?? []) {
    const row = context.rowOf(reference, type);
    if (row !== null) return row;
  }
  return null;
}
