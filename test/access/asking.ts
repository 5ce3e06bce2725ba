// Asks the API as production does, execution and error answers included, without the HTTP in front.
import { randomUUID } from 'node:crypto';
import { OperationTypeNode, type DocumentNode } from 'graphql';
import { pino } from 'pino';
import { createExecutor } from '#api/graphql/executor.ts';
import { buildPortageSchema } from '#api/graphql/schema.ts';
import { createDoor } from '#api/identity/index.ts';
import type { Clinic } from '#test/kit/clinic.ts';
import { SECRET } from '#test/kit/database.ts';

export const schema = buildPortageSchema();
const run = createExecutor(schema);
const log = pino({ level: 'silent' });

export interface Answer {
  readonly data: Record<string, unknown> | null | undefined;
  /** Codes of the errors as the caller sees them. */
  readonly codes: readonly string[];
  /** The answer as it would leave. */
  readonly bytes: string;
  readonly requestId: string;
}

export type Ask = (
  token: string | undefined,
  document: DocumentNode,
  variables?: Record<string, unknown>,
) => Promise<Answer>;

export function asking(clinic: Clinic): Ask {
  const door = createDoor(clinic.pool('portage_door'), SECRET);
  return async (token, document, variables = {}) => {
    const requestId = randomUUID();
    const [definition] = document.definitions;
    const type = definition?.kind === 'OperationDefinition' ? definition.operation : OperationTypeNode.QUERY;
    const context = {
      token,
      pool: clinic.app,
      requestId,
      address: '127.0.0.1',
      log,
      trace: { operation: undefined, codes: new Set<never>() },
      door,
      setSessionCookie: () => undefined,
      clearSessionCookie: () => undefined,
    };
    const result = await run({ document, name: undefined, type, variables }, context);
    const bytes = JSON.stringify(result);
    const { errors = [] } = JSON.parse(bytes) as { errors?: { extensions: { code: string } }[] };
    return { data: result.data, codes: errors.map(({ extensions }) => extensions.code), bytes, requestId };
  };
}
