import type { Extension, Procedure } from 'fhir/r4';
import { clean, codesOf, nameOf } from '../fhir/concepts.ts';
import type { Span } from '../fhir/dates.ts';
import { decimal, extension, extensionsNamed } from '../fhir/values.ts';
import type { FractionValues } from '../writing/tables.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';

/** What mCODE's course summary adds to a procedure. */
export interface CourseDetails {
  readonly treatment: { readonly modality: string | null; readonly technique: string | null };
  readonly sessions: number | null;
}

const DAY = 86_400_000;
/** Longest time from beginning to end of what is one visit: treatments around midnight take two dates. */
const ONE_VISIT = 1.5 * DAY;

export function courseDetails(procedure: Procedure): CourseDetails {
  const how = extension(procedure.extension, 'mcode-radiotherapy-modality-and-technique')?.extension;
  const named = (name: string) => nameOf(extension(how, name)?.valueCodeableConcept) ?? null;
  const sessions = extension(procedure.extension, 'mcode-radiotherapy-sessions');
  return {
    treatment: { modality: named('mcode-radiotherapy-modality'), technique: named('mcode-radiotherapy-technique') },
    sessions:
      decimal(sessions?.valueUnsignedInt ?? sessions?.valuePositiveInt, 'Procedure.extension(sessions)') ?? null,
  };
}

const dosesOf = (procedure: Procedure): Extension[] =>
  extensionsNamed(procedure.extension, 'mcode-radiotherapy-dose-delivered-to-volume');

/** Some senders give each day's treatment a procedure of its own, even under the profile of a whole course. */
export function isFraction(procedure: Procedure, when: Span, course: CourseDetails): boolean {
  if (course.sessions !== null || dosesOf(procedure).length > 0 || when.start === undefined) return false;
  return when.end === undefined || Date.parse(when.end.at) - Date.parse(when.start.at) <= ONE_VISIT;
}

/** One fraction. Its course is that of the same treatment for the same reason. */
export function fractionRow(
  procedure: Procedure,
  context: MappingContext,
  when: Span,
  values: Omit<FractionValues, 'courseKey' | 'givenOn'>,
): MappedRow {
  const reason =
    values.reasonId ?? codesOf(procedure.reasonCode?.[0])[0]?.code ?? nameOf(procedure.reasonCode?.[0]) ?? '';
  return {
    table: 'radiotherapy_fraction',
    id: context.rowId,
    values: { ...values, courseKey: `${values.code ?? values.display}|${reason}`, givenOn: when.start?.on ?? null },
  };
}

/** Dose to each volume, in cGy as mCODE gives it; Gy is converted. */
export function doseRows(procedure: Procedure, context: MappingContext): MappedRow[] {
  return dosesOf(procedure).map((given, index) => {
    const part = (name: string) => extension(given.extension, name);
    const dose = part('totalDoseDelivered')?.valueQuantity;
    const fractions = part('fractionsDelivered');
    const amount = decimal(dose?.value, 'Procedure.extension(totalDoseDelivered)');
    const isGray = /^gy$/i.test(dose?.code ?? dose?.unit ?? '');
    return {
      table: 'radiotherapy_dose',
      id: context.part('dose', index),
      values: {
        needs: context.needs('cancerProcedure'),
        procedureId: context.rowId,
        volume:
          clean(context.bodyStructure(part('volume')?.valueReference)) ??
          nameOf(procedure.bodySite?.[0]) ??
          'Volume not named',
        doseCgy: amount === undefined ? null : isGray ? amount * 100 : amount,
        fractions:
          decimal(
            fractions?.valueUnsignedInt ?? fractions?.valuePositiveInt,
            'Procedure.extension(fractionsDelivered)',
          ) ?? null,
      },
    };
  });
}
