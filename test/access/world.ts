// Random organisations: who works where, who stands in for whom, what was granted, restricted and merged.
// All times are seconds from now, so that the very moment of beginning and ending is met often.
import fc from 'fast-check';
import { GRANT_BASES, ORDINARY_SCOPES, ROLES, SCOPES, SENSITIVE_SCOPES } from '#api/access/index.ts';
import type { GrantBasis, Role, Scope } from '#api/access/index.ts';

export interface WorldPerson {
  id: string;
  role: Role;
  organizationId: string;
  disabled: boolean;
  membershipEnded: boolean;
  session: 'alive' | 'revoked' | 'expired' | 'idle' | 'none';
}

export interface WorldGrant {
  id: string;
  patientId: string;
  granteeId: string;
  basis: GrantBasis;
  scopes: readonly Scope[];
  status: 'requested' | 'active';
  from: number;
  until: number | null;
  revoked: boolean;
}

export interface World {
  organizations: string[];
  people: WorldPerson[];
  delegations: {
    id: string;
    principalId: string;
    delegateId: string;
    from: number;
    until: number | null;
    revoked: boolean;
  }[];
  patients: { id: string; mergedIntoId: string | null; needs: Scope[] }[];
  grants: WorldGrant[];
  restrictions: { id: string; patientId: string; granteeId: string; lifted: boolean }[];
  rows: { id: string; patientId: string; needs: Scope[] }[];
  /** Places in conversations, one for each conversation; one that can still be taken back is not shown yet. */
  seats: { id: string; patientId: string; personId: string; shown: boolean }[];
}

const ORGANIZATIONS = 3;
const PEOPLE = 10;
const PATIENTS = 5;
const ROWS = 100;
const SEATS = 40;
/** What one world asks of each wall: may this person read this row, or sit in this place. */
export const DECISIONS_PER_WORLD = PEOPLE * (PATIENTS + ROWS + SEATS);

const id = (kind: number, index: number) =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
const ids = (kind: number, count: number) => Array.from({ length: count }, (_, index) => id(kind, index));

const organizations = ids(1, ORGANIZATIONS);
const people = ids(2, PEOPLE);
const patients = ids(3, PATIENTS);

/** Three times in four the first, else drawn from the second. */
const often = <A, B>(usual: A, other: fc.Arbitrary<B>): fc.Arbitrary<A | B> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);
const DAY = 86_400;
const time = fc.constantFrom(-2 * DAY, -1, 0, 1, 2 * DAY);
/** Mostly begun and not ended, often on the edge. */
const period = fc
  .record({ from: often(-DAY, time), until: often(null, time) })
  .filter(({ from, until }) => until === null || until > from);

const scopes: fc.Arbitrary<readonly Scope[]> = often<readonly Scope[], readonly Scope[]>(
  SCOPES,
  fc.oneof(fc.constant(ORDINARY_SCOPES), fc.subarray([...SCOPES])),
);
const needs = fc.oneof(
  fc.constantFrom(...ORDINARY_SCOPES).map((scope): Scope[] => [scope]),
  fc.tuple(fc.constantFrom(...ORDINARY_SCOPES), fc.constantFrom(...SENSITIVE_SCOPES)).map((pair): Scope[] => pair),
  fc.subarray([...SCOPES], { minLength: 1, maxLength: 3 }),
);
const grantee = fc.oneof(fc.constantFrom(...organizations), fc.constantFrom(...people));

const person = fc.record({
  role: often('community-clinician' as Role, fc.constantFrom(...ROLES)),
  organizationId: fc.constantFrom(...organizations),
  disabled: rarely,
  membershipEnded: rarely,
  session: often('alive' as const, fc.constantFrom('alive', 'revoked', 'expired', 'idle', 'none')),
});

const grant = fc
  .record({
    patientId: fc.constantFrom(...patients),
    granteeId: grantee,
    basis: fc.constantFrom(...GRANT_BASES),
    scopes,
    status: often('active' as const, fc.constantFrom('active', 'requested')),
    period,
    revoked: rarely,
  })
  .map(({ period: { from, until }, ...rest }) => {
    // Glass closes within the hour, and the database holds it to that.
    if (rest.basis !== 'break-glass') return { ...rest, from, until };
    return { ...rest, from, until: Math.min(until ?? Infinity, from + 3600) };
  });

const numbered = <T>(kind: number, items: T[]): (T & { id: string })[] =>
  items.map((item, index) => ({ ...item, id: id(kind, index) }));

export const world: fc.Arbitrary<World> = fc
  .record({
    people: fc.array(person, { minLength: PEOPLE, maxLength: PEOPLE }),
    delegations: fc.array(
      fc.record({
        principalId: fc.constantFrom(...people),
        delegateId: fc.constantFrom(...people),
        period,
        revoked: rarely,
      }),
      { maxLength: 8 },
    ),
    patients: fc.array(fc.record({ mergedInto: often(null, often(null, fc.nat({ max: PATIENTS - 1 }))), needs }), {
      minLength: PATIENTS,
      maxLength: PATIENTS,
    }),
    grants: fc.array(grant, { minLength: 10, maxLength: 60 }),
    restrictions: fc.array(
      fc.record({ patientId: fc.constantFrom(...patients), granteeId: grantee, lifted: fc.boolean() }),
      { maxLength: 5 },
    ),
    rows: fc.array(fc.record({ patientId: fc.constantFrom(...patients), needs }), { minLength: ROWS, maxLength: ROWS }),
    seats: fc.array(
      fc.record({
        patientId: fc.constantFrom(...patients),
        personId: fc.constantFrom(...people),
        shown: often(true, fc.boolean()),
      }),
      { minLength: SEATS, maxLength: SEATS },
    ),
  })
  .map((drawn) => ({
    organizations,
    people: numbered(2, drawn.people),
    delegations: numbered(
      4,
      drawn.delegations
        .filter(({ principalId, delegateId }) => principalId !== delegateId)
        .map(({ period: { from, until }, ...rest }) => ({ ...rest, from, until })),
    ),
    patients: drawn.patients.map(({ mergedInto, needs: patientNeeds }, index) => ({
      id: patients[index]!,
      // nobody is merged into themselves
      mergedIntoId: mergedInto === null || mergedInto === index ? null : patients[mergedInto]!,
      needs: patientNeeds,
    })),
    grants: numbered(5, firstOfEach(drawn.grants)),
    restrictions: numbered(6, drawn.restrictions),
    rows: numbered(7, drawn.rows),
    seats: numbered(8, drawn.seats),
  }));

/** Of the grants that are not revoked there is one for a grantee, patient and basis. */
function firstOfEach<T extends Pick<WorldGrant, 'granteeId' | 'patientId' | 'basis' | 'revoked'>>(grants: T[]): T[] {
  const seen = new Set<string>();
  return grants.filter(({ granteeId, patientId, basis, revoked }) => {
    const key = `${granteeId} ${patientId} ${basis}`;
    if (revoked || !seen.has(key)) {
      if (!revoked) seen.add(key);
      return true;
    }
    return false;
  });
}
