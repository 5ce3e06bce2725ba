import {
  execute,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { answersTo, httpOf, type HttpHead, type PublicError } from './answer.ts';
import { CompiledQueries } from './compiled.ts';
import type { RequestContext } from './context.ts';
import { CostMeter } from './cost.ts';
import { LIMITS } from './limits.ts';

/** A parsed and valid document, the operation in it that is wanted, and the variables as they came. */
export interface Operation {
  readonly document: DocumentNode;
  readonly name: string | undefined;
  readonly type: OperationTypeNode | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Executed extends ExecutionResult {
  readonly errors?: readonly PublicError[];
  /** What the HTTP answer says beyond 200. */
  readonly http?: HttpHead | undefined;
}

export type Execute = (operation: Operation, context: RequestContext) => Promise<Executed>;

/**
 * Executes operations against a schema and answers for their errors: no message leaves here that
 * was not written for the caller.
 */
export function createExecutor(schema: GraphQLSchema): Execute {
  const meter = new CostMeter(schema);
  const compiled = new CompiledQueries(schema);

  return async ({ document, name, type, variables }, context) => {
    if (meter.costOf(document, name, variables) > LIMITS.cost) {
      const message = `The operation may answer more than ${LIMITS.cost} fields. Ask for shorter pages or fewer fields.`;
      return refused(message, 'COST_LIMIT', context);
    }
    if (type === OperationTypeNode.SUBSCRIPTION) {
      return refused('Subscriptions are answered at /graphql/stream.', 'OPERATION_RESOLUTION_FAILURE', context);
    }
    const run = type === OperationTypeNode.QUERY ? compiled.find(document, name, variables) : undefined;
    const result = run
      ? await run(context, variables)
      : await execute({ schema, document, operationName: name, variableValues: variables, contextValue: context });
    if (!result.errors?.length) return { data: result.data };
    if (result.data === undefined) {
      // Nothing ran: the document holds no such operation, or the variables do not fit their types.
      return refused(result.errors[0]?.message ?? '', 'OPERATION_RESOLUTION_FAILURE', context);
    }
    const answers = answersTo(result.errors, context);
    return { data: result.data, errors: answers, http: isEmpty(result.data) ? httpOf(answers) : undefined };
  };
}

const isEmpty = (data: ExecutionResult['data']): boolean =>
  !data || Object.values(data).every((value) => value === null);

function refused(message: string, reason: string, context: RequestContext): Executed {
  const error = new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', reason } });
  return { errors: answersTo([error], context), http: { status: 400 } };
}
