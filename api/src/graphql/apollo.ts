import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { expectedAnswer, internalAnswer } from './answer.ts';
import type { RequestContext } from './context.ts';
import { createExecutor, type Execute } from './executor.ts';
import { describeFault } from './fault.ts';
import { LIMITS, limitsRule } from './limits.ts';

export interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly production: boolean;
  readonly log: Logger;
}

/**
 * Apollo Server, started. It reads requests, parses, validates and keeps documents; execution is ours.
 */
export async function createApollo({ schema, production, log }: ApolloParts): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [limitsRule],
    validationOptions: { maxErrors: 10 },
    formatError: (_formatted, error) => format(error, log),
    stringifyResult: (result) => JSON.stringify(result),
    logger: quiet(log),
    plugins: [
      noteOperation,
      answerBy(createExecutor(schema)),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}

/**
 * Answers each operation by our own execution, which Apollo lets a plugin do. Its other door, a gateway, gives every
 * request an object with accessors of its own, and by that a hidden class that keeps the whole answer until a major collection.
 */
const answerBy = (execute: Execute): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    responseForOperation: async ({ document, request, operation, contextValue }) => {
      const { data, errors, http } = await execute(
        { document, name: request.operationName, type: operation?.operation, variables: request.variables ?? {} },
        Object.freeze(contextValue),
      );
      const singleResult = { data, errors: errors?.map((error) => error.toJSON()) };
      return {
        http: { status: http?.status, headers: new HeaderMap(http?.headers ?? []) },
        body: { kind: 'single', singleResult },
      };
    },
  }),
});

/** Names that a client gives to its operations are logged only when they look like names. */
const NAME = /^[A-Za-z_]\w{0,40}$/;

const noteOperation: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operationName, contextValue }) => {
      if (operationName && NAME.test(operationName)) contextValue.trace.operation = operationName;
    },
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const error of errors) {
        const answer = expectedAnswer(error);
        contextValue.trace.codes.add(answer?.extensions.code ?? 'INTERNAL');
      }
    },
  }),
};

/** The last gate for errors that come from Apollo itself; those of execution are as they are to leave. */
function format(error: unknown, log: Logger): GraphQLFormattedError {
  const answer = error instanceof GraphQLError ? expectedAnswer(error) : undefined;
  if (answer) return answer.toJSON();
  const referenceId = randomUUID();
  log.error({ referenceId, fault: describeFault(error) }, 'request failed outside of an operation');
  return internalAnswer(referenceId).toJSON();
}

/** Apollo puts messages of foreign errors into its log lines; only that there was one may stay. */
function quiet(log: Logger) {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log.warn('Apollo Server gave a warning'),
    error: () => log.error('Apollo Server reported an error'),
  };
}
