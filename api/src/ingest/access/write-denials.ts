import type { ClientBase } from 'pg';
import { rowId } from '../references/row-id.ts';
import { json } from '../writing/rows-sql.ts';

/** What one consent denies, in force or no longer. */
export interface Denial {
  readonly patientId: string;
  /** Row of the consent; undefined when it denies nobody now. */
  readonly consentId: string | undefined;
  /** Names the consent, the same in every import. */
  readonly fact: string;
  /** It denies whoever has been granted anything, except the custodian of the record. */
  readonly everybody: boolean;
  /** People and organisations of Portage that it names. */
  readonly grantees: readonly string[];
  /** The consent itself is new or has changed; otherwise what people lifted stays lifted. */
  readonly changed: boolean;
}

/** What `provision` says of a consent in force that holds back everybody: grants that come later are held back too. */
const provisionOf = (denial: Denial) => (denial.everybody ? 'deny-all' : 'deny');

/** Restricts whom consents deny, and lifts what a consent no longer denies. */
export async function writeDenials(client: ClientBase, denials: readonly Denial[]): Promise<void> {
  for (const denial of denials) {
    const everybody = denial.everybody ? await granted(client, denial.patientId) : [];
    if (denial.consentId !== undefined) {
      await client.query('update consent set provision = $2 where id = $1 and provision is distinct from $2', [
        denial.consentId,
        provisionOf(denial),
      ]);
    }
    const rows = [...new Set([...denial.grantees, ...everybody])].map((grantee) => ({
      id: rowId('restriction', denial.patientId, denial.fact, grantee),
      patient_id: denial.patientId,
      grantee_id: grantee,
      reason: denial.fact,
    }));
    await client.query(
      `insert into access_restriction (id, patient_id, grantee_id, reason)
       select id, patient_id, grantee_id, reason from json_to_recordset($1::json) as r (id uuid, patient_id uuid, grantee_id uuid, reason text)
       on conflict (id) do update set lifted_at = null where $2 and access_restriction.lifted_at is not null`,
      [json(rows), denial.changed],
    );
    await client.query(
      'update access_restriction set lifted_at = now() where patient_id = $1 and reason = $2 and lifted_at is null and id <> all ($3::uuid[])',
      [denial.patientId, denial.fact, rows.map(({ id }) => id)],
    );
  }
}

async function granted(client: ClientBase, patientId: string): Promise<string[]> {
  const { rows } = await client.query<{ grantee_id: string }>(
    `select distinct g.grantee_id from access_grant g
     where g.patient_id = $1 and g.revoked_at is null and not exists (select from source_system s where s.custodian_id = g.grantee_id)`,
    [patientId],
  );
  return rows.map(({ grantee_id: id }) => id);
}
