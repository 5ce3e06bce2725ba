import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
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
import { expectedAnswer, internalAnswer, PublicError } from './answer.ts';
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
 * Apollo Server, started. It reads requests, parses, validates and keeps documents; execution is
 * ours, which Apollo allows through the door of its gateways.
 */
export async function createApollo({ schema, production, log }: ApolloParts): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    gateway: gatewayTo(createExecutor(schema), schema),
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
    formatError: (formatted, error) => format(formatted, error, log),
    stringifyResult: (result) => JSON.stringify(result),
    logger: quiet(log),
    plugins: [
      noteOperation,
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

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

function gatewayTo(execute: Execute, schema: GraphQLSchema): Gateway {
  return {
    onSchemaLoadOrUpdate: (loaded) => {
      loaded({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: ({ document, request, operation, context }) =>
        execute(
          { document, name: request.operationName, type: operation?.operation, variables: request.variables ?? {} },
          Object.freeze(context as RequestContext),
        ),
    }),
    stop: async () => undefined,
  };
}

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

/** The last gate: execution's errors come as they are to leave; all others come from Apollo itself. */
function format(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  if (error instanceof PublicError) return formatted;
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
