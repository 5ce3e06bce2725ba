import type { InferKyselyDB } from '@mikro-orm/postgresql';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type RawBuilder,
} from 'kysely';
import type { entities } from '#api/entities.ts';
import type { Statement } from './session-transaction.ts';

/** The tables that the ORM knows, and those that only SQL functions and statements touch. */
export type Tables = InferKyselyDB<(typeof entities)[number]> & {
  audit_event: AuditEventTable;
  page: { id: string };
};

interface AuditEventTable {
  id: string;
  at: Date;
  request_id: string | null;
  session_id: string | null;
  person_id: string | null;
  organization_id: string | null;
  role: string | null;
  patient_id: string | null;
  action: string;
  outcome: 'done' | 'denied' | 'failed';
  sections: string[];
  row_ids: string[];
  detail: string | null;
}

/** A value that is known only when the statement runs, so that a composed statement can be kept and used again. */
class Hole {
  constructor(readonly name: string) {}
}

/**
 * Holes become parameters; what is written in the code stays in the text. With constants as parameters
 * the planner would know no more of a statement than of an unknown one, plan it anew each time, and
 * take as long for that as for the reading. Whatever comes from a caller goes into a hole.
 */
class StatementCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Hole) super.appendValue(value);
    else this.appendImmediateValue(value);
  }
}

/** Composes statements and never runs them: a statement runs in a session (`session-transaction.ts`) or not at all. */
export const reader = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new StatementCompiler(),
  },
});

/** A named hole of a SQL type, filled by `fill`. */
export const hole = <T>(name: string, type: string): RawBuilder<T> =>
  sql<T>`${sql.val(new Hole(name))}::${sql.raw(type)}`;

/**
 * Puts values into the holes of a composed statement.
 * @throws {RangeError} when a hole has no value.
 */
export function fill(composed: Statement, values: Readonly<Record<string, unknown>>): Statement {
  const parameters = composed.parameters.map((parameter) => {
    if (!(parameter instanceof Hole)) return parameter;
    if (!(parameter.name in values)) throw new RangeError(`no value for ${parameter.name}`);
    return values[parameter.name];
  });
  return { sql: composed.sql, parameters };
}

/** A row as it leaves `json_agg`: times as RFC 3339 strings. */
export type JsonRow<Row> = { [Column in keyof Row]: JsonValue<Row[Column]> };
type JsonValue<T> = T extends Date ? string : T extends bigint ? number : T;
