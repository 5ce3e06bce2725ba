import ucum from '@lhncbc/ucum-lhc';
import { inUcumSpelling } from './spellings.ts';

const utils = ucum.UcumLhcUtils.getInstance();
/** The library writes what it cannot parse to the console; what is no unit at all is kept from it. */
const COULD_BE_UCUM = /^[!-~]{1,60}$/;
const KEPT = 2_000;
const known = new Map<string, string | undefined>();

/** What a conversion between mass, amount and charge needs to know of the substance. */
export interface Substance {
  /** In g/mol. */
  readonly molarMass?: number;
  readonly charge?: number;
}

/** A unit as a UCUM code, whichever common spelling a laboratory used; undefined when it cannot be read. */
export function readUnit(text: string): string | undefined {
  if (known.has(text)) return known.get(text);
  if (known.size >= KEPT) known.clear();
  const spelt = inUcumSpelling(text);
  const valid =
    COULD_BE_UCUM.test(spelt) && balanced(spelt) && utils.validateUnitString(spelt).status === 'valid'
      ? spelt
      : undefined;
  known.set(text, valid);
  return valid;
}

/**
 * A value in another unit, to ten figures.
 * @param from and @param to UCUM codes, as `readUnit` gives them
 * @returns undefined when there is no way from one to the other.
 */
export function convert(value: number, from: string, to: string, substance: Substance = {}): number | undefined {
  if (from === to) return value;
  const [one, other] = [annotationsOf(from), annotationsOf(to)];
  // "ng/mL{FEU}" and "ng/mL{DDU}" measure differently, which the dimension does not show.
  if (one !== '' && other !== '' && one !== other) return undefined;
  const { molarMass: molecularWeight, charge } = substance;
  const { status, toVal } = utils.convertUnitTo(from, value, to, { molecularWeight, charge });
  return status === 'succeeded' && toVal !== null ? Number(toVal.toPrecision(10)) : undefined;
}

const annotationsOf = (unit: string) => (unit.match(/\{[^}]*\}/g) ?? []).join('').toLowerCase();

function balanced(text: string): boolean {
  const count = (mark: string) => text.split(mark).length;
  return count('{') === count('}') && count('[') === count(']') && count('(') === count(')');
}
