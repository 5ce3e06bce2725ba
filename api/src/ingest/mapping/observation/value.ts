import type { Observation, ObservationComponent, ObservationReferenceRange, Quantity } from 'fhir/r4';
import { clean, codesOf, nameOf, wordedName } from '#api/ingest/fhir/concepts.ts';
import { moment } from '#api/ingest/fhir/dates.ts';
import { quoted, UnreadableResourceError } from '#api/ingest/fhir/unreadable.ts';
import { decimal } from '#api/ingest/fhir/values.ts';
import type { RowValues } from '#api/ingest/writing/tables.ts';
import { convert, readUnit } from '#api/units/index.ts';

type Flag = NonNullable<RowValues['observation']['flag']>;
type Valued = Pick<
  Observation & ObservationComponent,
  | 'valueQuantity'
  | 'valueCodeableConcept'
  | 'valueString'
  | 'valueBoolean'
  | 'valueInteger'
  | 'valueRange'
  | 'valueRatio'
  | 'valueTime'
  | 'valueDateTime'
  | 'valuePeriod'
  | 'interpretation'
  | 'referenceRange'
  | 'dataAbsentReason'
>;

export type ValueColumns = Pick<
  RowValues['observation'],
  'valueNumber' | 'valueText' | 'valueCode' | 'unit' | 'referenceLow' | 'referenceHigh' | 'flag'
>;

const FLAGS: Record<string, Flag> = {
  L: 'low',
  LU: 'low',
  LL: 'critical-low',
  H: 'high',
  HU: 'high',
  HH: 'critical-high',
  N: 'normal',
  A: 'abnormal',
  AA: 'abnormal',
  '<': 'low',
  '>': 'high',
  LX: 'low',
  HX: 'high',
};
/** The same in words, where a laboratory sends no code. */
const FLAG_WORDS: Record<string, Flag> = {
  low: 'low',
  'critical low': 'critical-low',
  high: 'high',
  'critical high': 'critical-high',
  normal: 'normal',
  abnormal: 'abnormal',
};

/** "<" and ">" as numbers and words are sent with them; a trend is drawn at the limit and the text says so. */
const BOUND = /^\s*(<=?|>=?|less than|greater than|more than|below|above)\s*(\d+(?:\.\d+)?)\s*$/i;

/** What an observation or component found, of whichever FHIR type. */
export function valueColumns(observed: Valued, path: string): ValueColumns {
  const range = rangeOf(observed.referenceRange, observed.valueQuantity, path);
  const value = plainValue(observed, path);
  return { ...value, ...range, flag: flagOf(observed, value.valueNumber ?? null, range) };
}

function plainValue(
  observed: Valued,
  path: string,
): Pick<ValueColumns, 'valueNumber' | 'valueText' | 'valueCode' | 'unit'> {
  if (observed.valueQuantity) return quantity(observed.valueQuantity, path);
  if (observed.valueCodeableConcept) {
    const code = codesOf(observed.valueCodeableConcept).find((one) => one.code !== undefined)?.code;
    return { valueText: nameOf(observed.valueCodeableConcept) ?? null, valueCode: code ?? null };
  }
  if (observed.valueInteger !== undefined)
    return { valueNumber: decimal(observed.valueInteger, `${path}.valueInteger`) ?? null };
  if (observed.valueBoolean !== undefined) {
    return { valueText: observed.valueBoolean ? 'yes' : 'no', valueCode: String(observed.valueBoolean) };
  }
  if (observed.valueString !== undefined) {
    const text = clean(observed.valueString) ?? null;
    const number = /^[+-]?\d+(\.\d+)?$/.test(text ?? '') ? text : BOUND.exec(text ?? '')?.[2];
    return { valueText: text, valueNumber: number === undefined ? null : Number(number) };
  }
  return { valueText: otherValue(observed, path) ?? null };
}

function quantity(given: Quantity, path: string): Pick<ValueColumns, 'valueNumber' | 'valueText' | 'unit'> {
  if (Array.isArray(given) || typeof given !== 'object')
    throw new UnreadableResourceError(`${path}.valueQuantity ${quoted(given)} is not a Quantity`);
  const number = decimal(given.value, `${path}.valueQuantity.value`) ?? null;
  const text = given.comparator && number !== null ? `${given.comparator}${number}` : null;
  return { valueNumber: number, valueText: text, unit: unitOf(given) };
}

/** A unit as UCUM writes it, else as sent; "{score}" and "1" are not units. */
export function unitOf({ code, unit }: Quantity): string | null {
  const named = clean(code) ?? clean(unit);
  return named === undefined || named === '1' || /^\{[^}]*\}$/.test(named) ? null : named;
}

function otherValue(observed: Valued, path: string): string | undefined {
  const { valueRange, valueRatio, valuePeriod } = observed;
  if (valueRange)
    return clean(
      [
        [valueRange.low?.value, valueRange.high?.value].filter((end) => end !== undefined).join('–'),
        valueRange.high?.unit ?? valueRange.low?.unit,
      ].join(' '),
    );
  if (valueRatio) return clean(`${valueRatio.numerator?.value ?? ''} / ${valueRatio.denominator?.value ?? ''}`);
  if (valuePeriod) return clean(`${valuePeriod.start ?? ''} – ${valuePeriod.end ?? ''}`);
  return (
    observed.valueTime ??
    (observed.valueDateTime && moment(observed.valueDateTime, `${path}.valueDateTime`)
      ? observed.valueDateTime
      : undefined)
  );
}

function rangeOf(
  ranges: readonly ObservationReferenceRange[] | undefined,
  value: Quantity | undefined,
  path: string,
): { referenceLow: number | null; referenceHigh: number | null } {
  const normal = ranges?.find(({ type }) => type === undefined || codesOf(type).some(({ code }) => code === 'normal'));
  return {
    referenceLow: inUnitOf(value, normal?.low, `${path}.referenceRange.low`),
    referenceHigh: inUnitOf(value, normal?.high, `${path}.referenceRange.high`),
  };
}

/** A limit in the unit of the value. One that cannot be told in it is left out: it would judge the value wrongly. */
function inUnitOf(value: Quantity | undefined, limit: Quantity | undefined, path: string): number | null {
  const number = decimal(limit?.value, path) ?? null;
  const [unit, other] = [value && unitOf(value), limit && unitOf(limit)];
  if (number === null || !unit || !other || unit === other) return number;
  const [to, from] = [readUnit(unit), readUnit(other)];
  return (to !== undefined && from !== undefined ? convert(number, from, to) : undefined) ?? null;
}

/** The source's own judgement before what its reference range says. */
function flagOf(
  observed: Valued,
  number: number | null,
  range: { referenceLow: number | null; referenceHigh: number | null },
): Flag | null {
  for (const concept of [observed.interpretation ?? []].flat()) {
    const coded = codesOf(concept).find(({ code }) => code !== undefined && code in FLAGS)?.code;
    const flag = coded === undefined ? FLAG_WORDS[wordedName(concept)?.toLowerCase() ?? ''] : FLAGS[coded];
    if (flag) return flag;
  }
  if (number === null || observed.valueQuantity?.comparator) return null;
  if (range.referenceLow !== null && number < range.referenceLow) return 'low';
  if (range.referenceHigh !== null && number > range.referenceHigh) return 'high';
  return range.referenceLow === null && range.referenceHigh === null ? null : 'normal';
}
