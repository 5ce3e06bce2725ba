// Tests speak clinic: people in organisations, patients, who granted what to whom. Real PostgreSQL,
// written by the roles that write it in production.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Pool, type QueryResultRow } from 'pg';
import { ORDINARY_SCOPES, type GrantBasis, type Role, type Scope } from '#api/access/index.ts';
import { runAsSession, type LoginRole } from '#api/database/index.ts';
import type { OrganizationKind } from '#api/identity/index.ts';
import { recordOf } from './clinic-record.ts';
import type { RecordRow } from './clinic-row.ts';
import type { Colleagues } from './clinic-work-rows.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** A moment relative to now. */
export const ahead = (milliseconds: number) => new Date(Date.now() + milliseconds);
export const ago = (milliseconds: number) => ahead(-milliseconds);

export interface OrganizationInClinic {
  readonly kind: 'organization';
  readonly id: string;
  readonly name: string;
}

export interface PersonInClinic {
  readonly kind: 'person';
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly membershipId: string;
  readonly organization: OrganizationInClinic;
  /** Opens a session as the door does, after the password. Returns its secret token. */
  signIn(): Promise<string>;
}

export interface PatientInClinic {
  readonly id: string;
  /** Occurs in every text of this patient's record and nowhere else: where it shows, the record leaked. */
  readonly canary: string;
  /** Every row of the record, the patient's own included. */
  readonly rows: readonly RecordRow[];
}

export type Grantee = OrganizationInClinic | PersonInClinic;

export interface GrantOptions {
  basis?: GrantBasis;
  scopes?: readonly Scope[];
  status?: 'requested' | 'active';
  validFrom?: Date;
  validUntil?: Date | null;
  /** Revoked at that moment. */
  revokedAt?: Date;
}

export interface PatientOptions {
  /** At least one row in every table of the record, and rows of each sensitive segment. */
  withRecord?: boolean;
  deceased?: boolean;
}

export interface DelegationOptions {
  kind?: 'delegate' | 'cover';
  validFrom?: Date;
  validUntil?: Date;
  revokedAt?: Date;
}

/** A database of its own with nobody in it yet. Close it when done. */
export async function openClinic(): Promise<Clinic> {
  return new Clinic(await openTestDatabase());
}

export class Clinic {
  readonly #pools = new Map<string, Pool>();
  #counter = 0;
  #colleagues: Promise<Colleagues> | undefined;

  constructor(readonly database: TestDatabase) {}

  /** A pool as the API has it: four connections that pipeline. */
  get app(): Pool {
    return this.pool('portage_app');
  }

  /** The superuser, whom no policy binds: for looking behind the walls and for breaking things. */
  get owner(): Pool {
    return this.pool('owner');
  }

  pool(role: LoginRole | 'owner'): Pool {
    let pool = this.#pools.get(role);
    if (pool === undefined) {
      const connectionString = role === 'owner' ? this.database.ownerUrl : this.database.urls[role];
      pool = new Pool({ connectionString, max: 4, pipeline: true } as ConstructorParameters<typeof Pool>[0]);
      pool.on('error', () => undefined);
      this.#pools.set(role, pool);
    }
    return pool;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
    await this.database.drop();
  }

  async organization(
    kind: OrganizationKind = 'community-practice',
    facts: Record<string, unknown> = {},
  ): Promise<OrganizationInClinic> {
    const id = randomUUID();
    const name = `Practice ${++this.#counter}`;
    const telephone = '+1 555 0100';
    const row = { id, kind, name, telephone, telephone_24x7: telephone, time_zone: 'America/Phoenix', ...facts };
    await this.insert('portage_steward', 'organization', row);
    return { kind: 'organization', id, name };
  }

  person(role: Role): { of(organization: OrganizationInClinic): Promise<PersonInClinic> } {
    return {
      of: async (organization) => {
        const id = randomUUID();
        const membershipId = randomUUID();
        const email = `${role}-${++this.#counter}@clinic.example`;
        await this.insert('portage_steward', 'person', {
          id,
          email,
          family_name: `Reader${this.#counter}`,
          given_name: 'Pat',
        });
        await this.insert('portage_steward', 'membership', {
          id: membershipId,
          person_id: id,
          organization_id: organization.id,
          role,
        });
        const signIn = () => this.openSession(membershipId);
        return { kind: 'person', id, email, role, membershipId, organization, signIn };
      },
    };
  }

  async openSession(membershipId: string, expires = ahead(DAY / 2)): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest();
    await this.pool('portage_door').query('select app.open_session($1, $2, $3, $4)', [
      randomUUID(),
      hash,
      membershipId,
      expires,
    ]);
    return token;
  }

  async patient(options: PatientOptions = {}): Promise<PatientInClinic> {
    const id = randomUUID();
    const canary = `Canary${randomBytes(5).toString('hex')}`;
    const withRecord = options.withRecord ? await (this.#colleagues ??= this.#hireColleagues()) : undefined;
    const rows = recordOf(id, canary, { withRecord, deceased: options.deceased });
    for (const { table, columns, writtenBy } of rows) await this.insert(writtenBy, table, columns);
    return { id, canary, rows };
  }

  /** Who works with each other on every patient that has a record. */
  async #hireColleagues(): Promise<Colleagues> {
    const centre = await this.organization('cancer-centre');
    const [owner, delegate, requester] = [
      await this.person('community-clinician').of(await this.organization()),
      await this.person('practice-staff').of(centre),
      await this.person('oncologist').of(centre),
    ];
    return { owner, delegate, requester };
  }

  grant(patient: { id: string }): { to(grantee: Grantee, options?: GrantOptions): Promise<string> } {
    return {
      to: async (grantee, options = {}) => {
        const id = randomUUID();
        const { basis = 'primary-care-of-record', scopes = ORDINARY_SCOPES, status = 'active' } = options;
        await this.insert('portage_steward', 'access_grant', {
          id,
          patient_id: patient.id,
          grantee_id: grantee.id,
          grantee_kind: grantee.kind,
          basis,
          scopes: [...scopes],
          status,
          valid_from: options.validFrom ?? ago(MINUTE),
          valid_until: options.validUntil ?? null,
          revoked_at: options.revokedAt ?? null,
          revoked_reason: options.revokedAt ? 'asked for' : null,
        });
        return id;
      },
    };
  }

  async revoke(grantId: string): Promise<void> {
    await this.pool('portage_steward').query(
      `update access_grant set revoked_at = now(), revoked_reason = 'asked for' where id = $1`,
      [grantId],
    );
  }

  restrict(patient: { id: string }): { against(grantee: Grantee, liftedAt?: Date): Promise<void> } {
    return {
      against: (grantee, liftedAt) =>
        this.insert('portage_steward', 'access_restriction', {
          id: randomUUID(),
          patient_id: patient.id,
          grantee_id: grantee.id,
          reason: 'the patient said so',
          lifted_at: liftedAt ?? null,
        }),
    };
  }

  standIn(principal: PersonInClinic): { by(delegate: PersonInClinic, options?: DelegationOptions): Promise<void> } {
    return {
      by: (delegate, options = {}) =>
        this.insert('portage_steward', 'delegation', {
          id: randomUUID(),
          principal_id: principal.id,
          delegate_id: delegate.id,
          kind: options.kind ?? 'delegate',
          valid_from: options.validFrom ?? ago(MINUTE),
          valid_until: options.validUntil ?? null,
          revoked_at: options.revokedAt ?? null,
        }),
    };
  }

  /** Says that a record lives on in another, and leaves its rows and grants where they are: the wall must hold by itself. */
  async merge(patient: { id: string }, survivor: { id: string }): Promise<void> {
    await this.pool('portage_ingest').query('update patient set merged_into_id = $2 where id = $1', [
      patient.id,
      survivor.id,
    ]);
  }

  /** Rows of one statement, as the session that the token opens; without a token, as nobody. */
  async read<Row extends object>(token: string | undefined, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await runAsSession<Row>(this.app, token ?? '', { sql, parameters })).rows;
  }

  /** Rows of one statement as the superuser. */
  async behindTheWall<Row extends QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.owner.query<Row>(sql, parameters)).rows;
  }

  async insert(role: LoginRole | 'owner', table: string, columns: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(columns);
    const places = names.map((_, index) => `$${index + 1}`);
    await this.pool(role).query(
      `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
      Object.values(columns),
    );
  }
}
