import {
  grantFactOf,
  mayRead,
  WallsDisagreeError,
  type GrantBasis,
  type GrantFact,
  type GrantRow,
  type ReaderFacts,
  type Role,
  type Scope,
} from '#api/access/index.ts';
import type { EnteredSession } from '#api/database/index.ts';
import { ACTIONS, type Action } from '#api/graphql/action.ts';
import { ForbiddenError } from '#api/graphql/errors.ts';
import type { AccessLogRow, ChangesRow, ResultRow, SeriesRow } from './result-sets.ts';
import { accessLogKey, resultsKey } from './results-arguments.ts';
import type { ChartRow, RowSetName } from './row-sets.ts';

export interface PatientRow {
  id: string;
  patient_id: string;
  family_name: string;
  given_name: string;
  name_search: string;
  birth_date: string | null;
  sex: 'female' | 'male' | 'other' | 'unknown';
  mrn: string | null;
  deceased: boolean;
  deceased_at: string | null;
  telephone: string | null;
  address: string | null;
  language: string | null;
  merged: boolean;
  restricted: boolean;
  source_system: string;
  source_type: string;
  source_id: string;
  source_version: string | null;
  source_updated_at: string | null;
  received_at: string;
}

/** What the statement answers: every list that was asked for, under its name. */
export interface ChartAnswer {
  now: string;
  zone: string;
  today: string;
  audited: number;
  total: number | null;
  more: boolean;
  patients: PatientRow[];
  sources: { system: string; name: string }[];
  grants: GrantRow[];
  [list: string]: unknown;
}

interface ChartActor {
  readonly personId: string;
  readonly organizationId: string;
  readonly role: Role;
  /** The reader, their organisation, and whoever they stand in for. */
  readonly grantees: readonly string[];
}

/** What one patient's record told this reader, and the facts by which they may have it. */
export class Chart {
  readonly #answer: ChartAnswer;
  readonly #reader: ReaderFacts;
  readonly #grants: GrantFact[];
  readonly #alone: boolean;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #agreed = new Set<string>();
  readonly #lists = new Map<string, unknown[]>();
  /** Who reads, for what depends on the person and not on the record. */
  readonly actor: ChartActor;

  constructor(
    answer: ChartAnswer,
    session: EnteredSession,
    readonly patient: PatientRow,
  ) {
    this.#answer = answer;
    this.#alone = answer.patients.length === 1;
    const { person_id: personId, organization_id: organizationId, role, grantees } = session;
    this.actor = { personId, organizationId, role, grantees };
    this.#reader = {
      role: session.role,
      grantees: session.grantees,
      restricted: patient.restricted,
      merged: patient.merged,
      now: new Date(answer.now),
    };
    this.#grants = answer.grants.filter((grant) => grant.patient_id === patient.id).map(grantFactOf);
    this.#sources = new Map(answer.sources.map(({ system, name }) => [system, name]));
  }

  /** The moment of the read, as the database tells it. */
  get now(): Date {
    return this.#reader.now;
  }

  /** Time zone of the reader's organisation. */
  get zone(): string {
    return this.#answer.zone;
  }

  /** The day that it is for the reader. */
  get today(): string {
    return this.#answer.today;
  }

  /** Whether the first wall lets this reader do `action` on this patient. */
  allows(action: Action): boolean {
    return mayRead(this.#reader, this.patient.id, this.#grants, ACTIONS[action].needs).allow;
  }

  /** @throws {ForbiddenError} when the reader may see the patient but not this. */
  require(action: Action): this {
    if (!this.allows(action)) throw new ForbiddenError(action);
    return this;
  }

  /** On what bases this reader may read the patient now, each once. */
  bases(): GrantBasis[] {
    const live = this.#grants.filter((grant) => mayRead(this.#reader, this.patient.id, [grant], []).allow);
    return [...new Set(live.map((grant) => grant.basis))];
  }

  /** Whether the query made the statement read these rows. */
  wasRead(name: RowSetName): boolean {
    return this.#answer[name] !== undefined;
  }

  /** @throws when the statement did not read them: that must not pass for "not recorded". */
  rows<Name extends RowSetName>(name: Name): ChartRow<Name>[] {
    return this.#list<ChartRow<Name>>(name);
  }

  /** The results page that a query asked for under this response key. */
  results(key: string): ResultRow[] {
    return this.#list<ResultRow>(resultsKey(key));
  }

  series(): SeriesRow[] {
    return this.#list<SeriesRow>('series');
  }

  /** The access log that a query asked for under this response key. */
  accessLog(key: string): AccessLogRow[] {
    return this.#list<AccessLogRow>(accessLogKey(key));
  }

  /** Undefined when the query asked for none of it. */
  changes(): ChangesRow | undefined {
    return this.#answer['changes'] === undefined ? undefined : this.#list<ChangesRow>('changes')[0];
  }

  /** A feed's name for people. */
  sourceName(system: string): string {
    return this.#sources.get(system) ?? system;
  }

  #list<Row extends { patient_id: string; needs?: Scope[] }>(name: string): Row[] {
    const known = this.#lists.get(name);
    if (known !== undefined) return known as Row[];
    const rows = this.#answer[name] as Row[] | undefined;
    if (rows === undefined) throw new RangeError(`the statement did not read ${name}`);
    const own = this.#alone ? rows : rows.filter((row) => row.patient_id === this.patient.id);
    for (const row of own) if (row.needs) this.#demandAgreement(row.needs);
    this.#lists.set(name, own);
    return own;
  }

  /** The database has admitted a row; the policy in code must come to the same end, or nothing leaves. */
  #demandAgreement(needs: Scope[]): void {
    // Nearly every row needs one scope, and there are hundreds: no text is made for those.
    const key = needs.length === 1 ? String(needs[0]) : needs.join();
    if (this.#agreed.has(key)) return;
    const decision = mayRead(this.#reader, this.patient.id, this.#grants, needs);
    if (!decision.allow) throw new WallsDisagreeError(needs, decision.reason);
    this.#agreed.add(key);
  }
}

/** A record as its rows tell it: what a view or a pure reckoning needs of a chart. */
export type RecordRows = Pick<Chart, 'patient' | 'now' | 'rows' | 'wasRead' | 'sourceName'>;
