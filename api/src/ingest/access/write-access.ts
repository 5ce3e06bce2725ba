import type { ClientBase } from 'pg';
import { ORDINARY_SCOPES, SCOPES, type GrantBasis, type Scope } from '#api/access/index.ts';
import type { MappedResource } from '../mapping/mapped.ts';
import { json } from '../writing/rows-sql.ts';
import type { AccessFact, NamedParty } from './access-fact.ts';
import { factsOf } from './access-facts.ts';
import { writeDenials, type Denial } from './write-denials.ts';
import type { Parties } from './parties.ts';

/** A resource that was taken in, or is as it was. */
export interface AcceptedResource {
  readonly resource: MappedResource;
  /** Row id of the record that holds the patient's rows. */
  readonly patientId: string | undefined;
  readonly changed: boolean;
}

interface Grant {
  readonly patient_id: string;
  readonly grantee_id: string;
  readonly basis: GrantBasis;
  readonly fact: string;
  readonly scopes: readonly Scope[];
  /** Whoever keeps the record reads it; no denial is about them. */
  readonly custodian: boolean;
}

export const NO_LONGER_STATED = 'The source no longer states it';
const STATES_ACCESS = new Set(['Patient', 'CareTeam', 'Consent']);

/** Brings grants and restrictions to what the resources of a batch state. */
export async function writeAccess(
  client: ClientBase,
  accepted: readonly AcceptedResource[],
  parties: Parties,
): Promise<void> {
  const stating = accepted.filter(({ resource }) => STATES_ACCESS.has(resource.key.type));
  if (stating.length === 0) return;
  const npiOf = await npiLookup(
    client,
    stating.flatMap(({ resource }) => resource.facts),
  );
  const custodians = await custodiansOf(client, stating);
  const grants: Grant[] = [];
  const denials: Denial[] = [];
  for (const { resource, patientId, changed } of stating) {
    if (patientId === undefined) continue;
    const custodian = resource.key.type === 'Patient' ? custodians.get(resource.key.system) : undefined;
    if (custodian)
      grants.push({
        patient_id: patientId,
        grantee_id: custodian,
        basis: 'care-team',
        fact: `custodian of ${resource.key.system}`,
        scopes: SCOPES,
        custodian: true,
      });
    for (const fact of resource.facts) {
      if (fact.kind === 'deny') continue;
      for (const practice of parties.practicesOf(npiOf(fact.party))) {
        grants.push({
          patient_id: patientId,
          grantee_id: practice,
          basis: fact.basis,
          fact: fact.fact,
          scopes: ORDINARY_SCOPES,
          custodian: false,
        });
      }
    }
    if (resource.key.type === 'Consent') denials.push(denialOf(resource, patientId, changed, parties, npiOf));
  }
  await revokeUnstated(client, stating);
  await insertGrants(client, grants);
  await writeDenials(client, denials);
}

/** Grants the practices of `--share-with`, once for each patient; for a merged record, on the one that survives. */
export async function shareWith(
  client: ClientBase,
  patientIds: readonly string[],
  practices: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `with recursive held as (
       select id, merged_into_id from patient where id = any ($1::uuid[])
       union select p.id, p.merged_into_id from held h join patient p on p.id = h.merged_into_id
     ) select id from held where merged_into_id is null`,
    [patientIds],
  );
  const grant = { basis: 'primary-care-of-record', fact: 'import --share-with', scopes: ORDINARY_SCOPES } as const;
  await insertGrants(
    client,
    rows.flatMap(({ id }) =>
      practices.map((practice): Grant => ({ ...grant, patient_id: id, grantee_id: practice, custodian: false })),
    ),
  );
}

type NpiLookup = (party: NamedParty | undefined) => string | undefined;

/** NPIs of parties that the files name only by a directory entry of an earlier import. */
async function npiLookup(client: ClientBase, facts: readonly AccessFact[]): Promise<NpiLookup> {
  const unknown = facts.flatMap(({ party }) =>
    party?.npi === undefined && party?.directory ? [party.directory.id] : [],
  );
  const found = new Map<string, string>();
  if (unknown.length > 0) {
    const { rows } = await client.query<{ id: string; npi: string }>(
      `select id, npi from practitioner where id = any ($1::uuid[]) and npi is not null
       union all select id, npi from healthcare_organization where id = any ($1::uuid[]) and npi is not null
       union all select r.id, coalesce(p.npi, case when r.practitioner_id is null then o.npi end)
         from practitioner_role r left join practitioner p on p.id = r.practitioner_id left join healthcare_organization o on o.id = r.healthcare_organization_id
         where r.id = any ($1::uuid[]) and coalesce(p.npi, case when r.practitioner_id is null then o.npi end) is not null`,
      [unknown],
    );
    for (const { id, npi } of rows) found.set(id, npi);
  }
  return (party) => party?.npi ?? (party?.directory ? found.get(party.directory.id) : undefined);
}

async function custodiansOf(client: ClientBase, accepted: readonly AcceptedResource[]): Promise<Map<string, string>> {
  const systems = [
    ...new Set(
      accepted.filter(({ resource }) => resource.key.type === 'Patient').map(({ resource }) => resource.key.system),
    ),
  ];
  if (systems.length === 0) return new Map();
  const { rows } = await client.query<{ system: string; custodian_id: string }>(
    'select system, custodian_id from source_system where system = any ($1) and custodian_id is not null',
    [systems],
  );
  return new Map(rows.map(({ system, custodian_id: id }) => [system, id]));
}

function denialOf(
  resource: MappedResource,
  patientId: string,
  changed: boolean,
  parties: Parties,
  npiOf: NpiLookup,
): Denial {
  const facts = resource.facts.filter((fact) => fact.kind === 'deny');
  return {
    patientId,
    consentId: facts.length > 0 ? resource.rowId : undefined,
    fact: factsOf(resource.key.type, resource.key.id, resource.key.system),
    everybody: facts.some(({ party }) => npiOf(party) === undefined),
    grantees: facts.flatMap(({ party }) => parties.deniedBy(npiOf(party))),
    changed,
  };
}

/** What a source stated and no longer states ends; what people decided stays. */
async function revokeUnstated(client: ClientBase, stating: readonly AcceptedResource[]): Promise<void> {
  const keys = stating
    .filter(({ resource, patientId }) => resource.key.type !== 'Consent' && patientId !== undefined)
    .map(({ resource, patientId }) => ({
      patient_id: patientId,
      prefix: `${factsOf(resource.key.type, resource.key.id, resource.key.system)}: `,
      facts: resource.facts.flatMap((fact) => (fact.kind === 'share' ? [fact.fact] : [])),
    }));
  if (keys.length === 0) return;
  await client.query(
    `update access_grant g set revoked_at = now(), revoked_reason = $2
     from json_to_recordset($1::json) as k (patient_id uuid, prefix text, facts text[])
     where g.patient_id = k.patient_id and g.revoked_at is null and g.basis_detail ^@ k.prefix and g.basis_detail <> all (k.facts)`,
    [json(keys), NO_LONGER_STATED],
  );
}

/**
 * Grants what is stated and not granted yet. A grant that somebody has revoked is not given again
 * for the same fact; one that ended because the source fell silent is.
 */
async function insertGrants(client: ClientBase, grants: readonly Grant[]): Promise<void> {
  if (grants.length === 0) return;
  // The custodian's own grant is the widest; of several facts the first is named.
  const wanted = new Map<string, Grant>();
  for (const grant of grants) {
    const key = `${grant.patient_id} ${grant.grantee_id} ${grant.basis}`;
    if (!wanted.has(key) || grant.custodian) wanted.set(key, grant);
  }
  await client.query(
    `insert into access_grant (id, patient_id, grantee_id, grantee_kind, basis, basis_detail, scopes)
     select gen_random_uuid(), w.patient_id, w.grantee_id, 'organization', w.basis, w.fact, w.scopes
     from json_to_recordset($1::json) as w (patient_id uuid, grantee_id uuid, basis text, fact text, scopes text[], custodian boolean)
     where not exists (
         select from access_grant g where g.patient_id = w.patient_id and g.grantee_id = w.grantee_id and g.basis = w.basis
           and g.revoked_at is not null and g.revoked_reason <> $2 and g.basis_detail = w.fact)
       and (w.custodian or not exists (
         select from consent c where c.patient_id = w.patient_id and c.kind = 'privacy' and c.provision = 'deny-all' and c.status = 'active'))
     on conflict (grantee_id, patient_id, basis) where revoked_at is null
     do update set scopes = excluded.scopes, basis_detail = excluded.basis_detail
       where cardinality(access_grant.scopes) < cardinality(excluded.scopes)`,
    [json([...wanted.values()]), NO_LONGER_STATED],
  );
}
