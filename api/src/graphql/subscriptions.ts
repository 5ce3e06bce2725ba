import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import { answersTo, type PublicError } from './answer.ts';
import type { StreamContext } from './context.ts';
import { CostMeter } from './cost.ts';
import { LIMITS, limitsRule } from './limits.ts';

/** What a client asks to be told, as it came. */
export interface StreamRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One answer of a subscription, and the id of the event behind it for a client that comes back. */
export interface StreamEvent {
  readonly id: string | undefined;
  readonly result: { readonly data?: unknown; readonly errors?: readonly PublicError[] };
}

export type Subscribe = (
  request: StreamRequest,
  context: StreamContext,
) => Promise<{ readonly errors: readonly PublicError[] } | { readonly events: AsyncGenerator<StreamEvent> }>;

/** Executes subscriptions under the limits and with the answers of every other operation. */
export function createSubscriber(schema: GraphQLSchema, { production }: { production: boolean }): Subscribe {
  const meter = new CostMeter(schema);
  const rules = [...specifiedRules, limitsRule, ...(production ? [NoSchemaIntrospectionCustomRule] : [])];

  function read({ query, operationName, variables }: StreamRequest): DocumentNode {
    const document = parse(query, { maxTokens: LIMITS.tokens });
    const [fault] = validate(schema, document, rules, { maxErrors: 1 });
    // The message may suggest names of fields, which the public does not learn in production.
    if (fault) throw badInput(production ? 'The subscription is not valid.' : fault.message);
    if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
      throw badInput('Only subscriptions are answered here. Send everything else to /graphql.');
    }
    if (meter.costOf(document, operationName, variables) > LIMITS.cost)
      throw badInput('The subscription is too large.');
    return document;
  }

  return async (request, context) => {
    let document: DocumentNode;
    try {
      document = read(request);
    } catch (error) {
      const { message } = error as Error;
      return {
        errors: answersTo(
          [error instanceof GraphQLError && error.extensions['code'] ? error : badInput(message)],
          context,
        ),
      };
    }
    const { operationName, variables } = request;
    const execution: ExecutionArgs = {
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    };
    const source = await createSourceEventStream(execution);
    if (!(Symbol.asyncIterator in source)) {
      const errors = (source.errors ?? []).map((fault) => (fault.originalError ? fault : badInput(fault.message)));
      return { errors: answersTo(errors, context) };
    }
    return { events: answered(source as AsyncIterable<{ id?: string }>, context, execution) };
  };
}

async function* answered(
  source: AsyncIterable<{ id?: string }>,
  context: StreamContext,
  execution: ExecutionArgs,
): AsyncGenerator<StreamEvent> {
  try {
    for await (const event of source) {
      const { data, errors } = await execute({ ...execution, rootValue: event });
      yield { id: event.id, result: { data, ...(errors && { errors: answersTo(errors, context) }) } };
    }
  } catch (error) {
    const cause = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
    yield { id: undefined, result: { errors: answersTo([cause], context) } };
  }
}

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
