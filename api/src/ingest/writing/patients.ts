import type { ClientBase } from 'pg';
import type { MappedResource } from '../mapping/mapped.ts';

interface Identity {
  readonly birthDate: string | null;
  readonly name: string;
  readonly identifiers: ReadonlySet<string>;
}

/** What is known of the patients that a batch is about. */
export class KnownPatients {
  /** Row id → row id of the record that holds its rows now. */
  readonly #survivors = new Map<string, string>();
  readonly #identities = new Map<string, Identity>();

  static async load(client: ClientBase, ids: readonly string[]): Promise<KnownPatients> {
    const known = new KnownPatients();
    let wanted = [...new Set(ids)];
    const mergedInto = new Map<string, string | null>();
    // A record may have been merged into one that was merged in its turn.
    while (wanted.length > 0) {
      const { rows } = await client.query<{
        id: string;
        merged_into_id: string | null;
        birth_date: string | null;
        family_name: string;
        given_name: string;
      }>(
        'select id, merged_into_id, birth_date::text, family_name, given_name from patient where id = any ($1::uuid[])',
        [wanted],
      );
      for (const row of rows) {
        mergedInto.set(row.id, row.merged_into_id);
        known.#identities.set(row.id, {
          birthDate: row.birth_date,
          name: nameKey(row.family_name, row.given_name),
          identifiers: new Set(),
        });
      }
      wanted = rows.flatMap(({ merged_into_id: next }) => (next === null || mergedInto.has(next) ? [] : [next]));
    }
    for (const id of mergedInto.keys()) {
      let survivor = id;
      for (let next = mergedInto.get(id); next; next = mergedInto.get(next)) survivor = next;
      known.#survivors.set(id, survivor);
    }
    await known.#loadIdentifiers(client);
    return known;
  }

  has(id: string): boolean {
    return this.#survivors.has(id);
  }

  /** Row id of the record that holds this patient's rows. */
  survivor(id: string): string {
    return this.#survivors.get(id) ?? id;
  }

  /** A patient record of the batch is there for what comes after it. */
  add(patient: MappedResource): void {
    if (!this.#survivors.has(patient.rowId)) this.#survivors.set(patient.rowId, patient.rowId);
    if (!this.#identities.has(patient.rowId)) this.#identities.set(patient.rowId, identityOf(patient));
  }

  /**
   * Whether a record that comes under a known id is plainly somebody else: another birth date,
   * another name, and not one number in common.
   */
  contradicts(patient: MappedResource): boolean {
    const known = this.#identities.get(patient.rowId);
    if (known === undefined) return false;
    const sent = identityOf(patient);
    if (known.birthDate === null || sent.birthDate === null || known.birthDate === sent.birthDate) return false;
    return known.name !== sent.name && ![...sent.identifiers].some((one) => known.identifiers.has(one));
  }

  async #loadIdentifiers(client: ClientBase): Promise<void> {
    if (this.#identities.size === 0) return;
    const { rows } = await client.query<{ patient_id: string; key: string }>(
      `select patient_id, concat(system, '|', value) as key from patient_identifier where patient_id = any ($1::uuid[])`,
      [[...this.#identities.keys()]],
    );
    for (const { patient_id: id, key } of rows)
      (this.#identities.get(id)?.identifiers as Set<string> | undefined)?.add(key);
  }
}

const nameKey = (family: string, given: string) =>
  `${family} ${given}`.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

function identityOf(patient: MappedResource): Identity {
  const identifiers = new Set<string>();
  let birthDate: string | null = null;
  let name = '';
  for (const row of patient.rows) {
    if (row.table === 'patient') {
      birthDate = row.values.birthDate ?? null;
      name = nameKey(row.values.familyName, row.values.givenName);
    } else if (row.table === 'patient_identifier') {
      identifiers.add(`${row.values.system ?? ''}|${row.values.value}`);
    }
  }
  return { birthDate, name, identifiers };
}
