import type { Address, ContactPoint, HumanName, Identifier, PractitionerRoleAvailableTime } from 'fhir/r4';
import { clean, codesOf } from './concepts.ts';
import { NPI, sameSystem } from './systems.ts';

export interface PersonName {
  readonly family: string | undefined;
  readonly given: string | undefined;
}

const USE_ORDER = ['official', 'usual', undefined, 'temp', 'nickname', 'anonymous', 'maiden', 'old'];

/** The name to call a person by: official before usual, never an old one while there is another. */
export function bestName(names: readonly HumanName[] | undefined): PersonName {
  const best = (names ?? []).toSorted((a, b) => USE_ORDER.indexOf(a.use) - USE_ORDER.indexOf(b.use))[0];
  const family = clean(best?.family);
  const given = clean(best?.given?.join(' '));
  if (family !== undefined || given !== undefined) return { family, given };
  return nameFromText(clean(best?.text));
}

/** "Family, Given" or "Given Family". */
function nameFromText(text: string | undefined): PersonName {
  if (text === undefined) return { family: undefined, given: undefined };
  const [family, given] = text.includes(',')
    ? text.split(',', 2)
    : [text.slice(text.lastIndexOf(' ') + 1), text.slice(0, Math.max(0, text.lastIndexOf(' ')))];
  return { family: clean(family), given: clean(given) };
}

/** A clinician's name as it is written under a result: "Dr. Ada Lovell". */
export function fullName(names: readonly HumanName[] | undefined): string | undefined {
  const { family, given } = bestName(names);
  const prefix = clean(names?.[0]?.prefix?.join(' '));
  return clean([prefix, given, family].filter(Boolean).join(' ')) ?? clean(names?.[0]?.text);
}

/** The number to ring: a telephone that is not old, the best-ranked first. */
export function telephone(telecom: readonly ContactPoint[] | undefined): string | undefined {
  const usable = (telecom ?? []).filter(
    (one) => one.system === 'phone' && one.use !== 'old' && clean(one.value) !== undefined,
  );
  return clean(usable.toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))[0]?.value);
}

export function bestAddress(addresses: readonly Address[] | undefined): Address | undefined {
  return addresses?.find(({ use, period }) => use !== 'old' && period?.end === undefined) ?? addresses?.[0];
}

/** An address on one line. */
export function addressLine(address: Address | undefined): string | undefined {
  if (address === undefined) return undefined;
  const parts = [...(address.line ?? []), address.city, [address.state, address.postalCode].filter(Boolean).join(' ')];
  return clean(parts.map(clean).filter(Boolean).join(', ')) ?? clean(address.text);
}

/** The NPI as it was sent, valid or not. */
export function npiOf(identifiers: readonly Identifier[] | undefined): string | undefined {
  return clean(identifiers?.find(({ system }) => system !== undefined && sameSystem(system) === NPI)?.value);
}

/** Whether a number can be an NPI: ten digits, the first 1 or 2, Luhn over them behind 80840 (45 CFR 162.406). */
export function isNpi(value: string | undefined): value is string {
  if (value === undefined || !/^[12]\d{9}$/.test(value)) return false;
  // 80840 contributes a constant 24.
  const sum = [...value].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 24);
  return sum % 10 === 0;
}

const SSN_SYSTEMS = new Set(['http://hl7.org/fhir/sid/us-ssn', 'urn:oid:2.16.840.1.113883.4.1']);

/** Social security numbers are never kept: Portage has no use for them. */
export function isSocialSecurityNumber(identifier: Identifier): boolean {
  const typed = codesOf(identifier.type).some(({ code }) => code === 'SS' || code === 'SB');
  return (
    typed || SSN_SYSTEMS.has(identifier.system ?? '') || /social security|\bssn\b/i.test(identifier.type?.text ?? '')
  );
}

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Whether somebody answers at every hour of every day. */
export function isAroundTheClock(times: readonly PractitionerRoleAvailableTime[] | undefined): boolean {
  const days = new Set(
    (times ?? []).filter(({ allDay }) => allDay === true).flatMap(({ daysOfWeek }) => daysOfWeek ?? WEEK),
  );
  return WEEK.every((day) => days.has(day as 'mon'));
}
