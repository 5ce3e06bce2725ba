import { v5 } from 'uuid';
import type { Role } from '#api/access/index.ts';
import { openOrm } from '#api/database/index.ts';
import { Membership } from './membership.entity.ts';
import type { OrganizationKind } from './organization-kind.ts';
import { Organization } from './organization.entity.ts';
import { Person } from './person.entity.ts';

export interface OrganizationToRegister {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly npi?: string | undefined;
  readonly telephone?: string | undefined;
  readonly telephone24x7?: string | undefined;
  /** IANA name, such as America/Phoenix. */
  readonly timeZone: string;
}

export interface PersonToRegister {
  readonly id: string;
  readonly email: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly npi?: string | undefined;
  readonly memberships: readonly { readonly organizationId: string; readonly role: Role }[];
}

const MEMBERSHIPS = '0b3f2f0e-1f0c-5a55-8f5b-6a4d6c0c2f31';

/**
 * Registers organisations and people, as the steward, in one transaction. Who is there already is
 * brought up to date, but for the clock of an organisation, which its administrator sets; a membership that has
 * ended stays ended.
 * @throws the database's error when an e-mail address or an NPI belongs to somebody else.
 */
export async function registerParties(
  stewardUrl: string,
  organizations: readonly OrganizationToRegister[],
  people: readonly PersonToRegister[],
): Promise<void> {
  const orm = await openOrm(stewardUrl);
  try {
    await orm.em.fork().transactional(async (em) => {
      await em.upsertMany(
        Organization,
        organizations.map(({ id, kind, name, npi, telephone, telephone24x7, timeZone }) => ({
          id,
          kind,
          name,
          npi: npi ?? null,
          telephone: telephone ?? null,
          telephone24x7: telephone24x7 ?? null,
          timeZone,
        })),
        { onConflictExcludeFields: ['timeZone'] },
      );
      await em.upsertMany(
        Person,
        people.map(({ id, email, familyName, givenName, npi }) => ({
          id,
          email,
          familyName,
          givenName,
          npi: npi ?? null,
        })),
      );
      await em.upsertMany(Membership, people.flatMap(membershipsOf), { onConflictAction: 'ignore' });
    });
  } finally {
    await orm.close();
  }
}

/** The same person, place and role is the same membership, however often it is registered. */
function membershipsOf({ id, memberships }: PersonToRegister) {
  return memberships.map(({ organizationId, role }) => ({
    id: v5(`${id} ${organizationId} ${role}`, MEMBERSHIPS),
    personId: id,
    organizationId,
    role,
  }));
}
