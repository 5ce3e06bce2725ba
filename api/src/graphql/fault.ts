/** What a log may know of an error. */
export interface Fault {
  readonly type: string;
  /** SQLSTATE or a Node error code. */
  readonly code?: string;
  /** Names of database objects, from PostgreSQL. */
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly routine?: string;
  readonly frames: readonly string[];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * Describes an unexpected error for the log by where it happened, never by what it said: a message
 * of PostgreSQL, of a parser and even of the runtime may quote the value it choked on, and that may
 * be a patient's.
 */
export function describeFault(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { type: typeof thrown, frames: [] };
  const facts = thrown as Error & Record<'code' | 'table' | 'column' | 'constraint' | 'routine', unknown>;
  return {
    type: thrown.constructor.name || thrown.name,
    code: text(facts.code),
    table: text(facts.table),
    column: text(facts.column),
    constraint: text(facts.constraint),
    routine: text(facts.routine),
    frames: framesOf(thrown),
  };
}

/** The stack without its first lines, which are the message: that may run over several lines and look like frames. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const head = `${error.name}: ${error.message}`;
  const start = stack.startsWith(head) ? head.length : stack.indexOf('\n    at ');
  if (start < 0) return [];
  return stack
    .slice(start)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$|^at .*\(<anonymous>\)$/.test(line))
    .slice(0, 12);
}
