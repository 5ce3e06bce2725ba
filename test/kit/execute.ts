import { graphql, type ExecutionResult } from 'graphql';
import type { RequestContext } from '#api/graphql/context.ts';
import { AnsweredError } from '#api/graphql/errors.ts';
import { buildPortageSchema } from '#api/graphql/schema.ts';
import type { Clinic } from './clinic.ts';

const schema = buildPortageSchema();

export interface Answer {
  data: Record<string, unknown> | null;
  /** Codes as they leave Portage, in the order of the errors. */
  codes: string[];
  errors: NonNullable<ExecutionResult['errors']>;
}

/**
 * Runs a query as whoever holds the token, on real PostgreSQL, without the HTTP in front.
 * @param requestId under which the audit has it
 */
export async function execute(
  clinic: Pick<Clinic, 'app'>,
  token: string | undefined,
  query: string,
  variables: Record<string, unknown> = {},
  requestId: string = crypto.randomUUID(),
): Promise<Answer> {
  const context = { token, pool: clinic.app, requestId } as RequestContext;
  const result = await graphql({ schema, source: query, variableValues: variables, contextValue: context });
  const errors = result.errors ?? [];
  return {
    data: (result.data ?? null) as Answer['data'],
    errors,
    codes: errors.map(({ originalError, message }) =>
      originalError instanceof AnsweredError ? originalError.code : `INTERNAL ${message}`,
    ),
  };
}
