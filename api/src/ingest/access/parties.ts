import type { Pool } from 'pg';
import { isNpi } from '../fhir/people.ts';

interface Party {
  /** A person, whose practices are granted and who alone is restricted. */
  readonly personId?: string;
  readonly organizationIds: readonly string[];
}

/** An import that cannot begin; the message says what to mend. */
export class ImportRefusedError extends Error {
  override readonly name = 'ImportRefusedError';
}

const NOBODY: Party = { organizationIds: [] };

/** Who of those that a record names is known to Portage. Read once for each import. */
export class Parties {
  readonly #byNpi = new Map<string, Party>();
  readonly #byEmail = new Map<string, Party>();

  static async load(pool: Pool): Promise<Parties> {
    const parties = new Parties();
    const people = await pool.query<{ id: string; email: string; npi: string | null; organizations: string[] }>(
      `select p.id, p.email, p.npi, array(select distinct m.organization_id from membership m where m.person_id = p.id and m.ended_at is null order by 1) as organizations
       from person p where p.disabled_at is null`,
    );
    for (const { id, email, npi, organizations } of people.rows) {
      const party = { personId: id, organizationIds: organizations };
      parties.#byEmail.set(email, party);
      if (npi !== null && isNpi(npi)) parties.#byNpi.set(npi, party);
    }
    const organizations = await pool.query<{ id: string; npi: string | null }>('select id, npi from organization');
    for (const { id, npi } of organizations.rows) {
      if (npi !== null && isNpi(npi)) parties.#byNpi.set(npi, { organizationIds: [id] });
    }
    return parties;
  }

  /** The practices that a grant goes to. */
  practicesOf(npi: string | undefined): readonly string[] {
    return (npi === undefined ? NOBODY : (this.#byNpi.get(npi) ?? NOBODY)).organizationIds;
  }

  /** Whom a denial is about: the person, and not all of their practice; or the organisation. */
  deniedBy(npi: string | undefined): readonly string[] {
    const party = npi === undefined ? NOBODY : (this.#byNpi.get(npi) ?? NOBODY);
    return party.personId === undefined ? party.organizationIds : [party.personId];
  }

  /**
   * The practices of a user.
   * @throws {ImportRefusedError} when nobody signs in so, or works nowhere.
   */
  practicesOfUser(email: string): readonly string[] {
    const party = this.#byEmail.get(email.trim().toLowerCase());
    if (party === undefined) throw new ImportRefusedError(`--share-with ${email}: nobody signs in with this address`);
    if (party.organizationIds.length === 0)
      throw new ImportRefusedError(`--share-with ${email}: this user belongs to no practice`);
    return party.organizationIds;
  }
}
