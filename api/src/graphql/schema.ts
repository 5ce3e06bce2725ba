import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray, type PubSub } from 'type-graphql';
import { DuplicateTestsResolver, type CentreTests } from '#api/duplicate-tests/index.ts';
import { HomeResolver } from '#api/home/index.ts';
import { CoverResolver, IdentityResolver } from '#api/identity/index.ts';
import { LiveResolver } from '#api/live/index.ts';
import { MessagingResolver } from '#api/messaging/index.ts';
import { NotificationsResolver } from '#api/notifications/index.ts';
import { PatientResolver } from '#api/patient/index.ts';
import { plannedSurveillance, SurvivorshipResolver, type PlanCentre } from '#api/survivorship/index.ts';
import { TasksResolver } from '#api/tasks/index.ts';

/** Every resolver class; a slice's fields are in the schema once its resolver is named here. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql's own type for classes
const resolvers: Function[] = [
  IdentityResolver,
  PatientResolver,
  DuplicateTestsResolver,
  LiveResolver,
  MessagingResolver,
  TasksResolver,
  HomeResolver,
  CoverResolver,
  NotificationsResolver,
  SurvivorshipResolver,
];

/** A subscription reads what its session may read, from the database; type-graphql wants something to publish with all the same. */
const NO_TOPICS: PubSub = {
  publish: () => undefined,
  subscribe: (topic) => {
    throw new TypeError(`nobody publishes ${topic}: give the subscription its own \`subscribe\``);
  },
};

// type-graphql makes the root types itself and has no decorator for them.
const ROOTS = {
  Query: 'What may be asked. Whatever concerns a patient is told only to those who hold a grant, and is audited.',
  Mutation: 'What may be done. An outcome that is to be expected, a refusal too, is a type of the answer.',
  Subscription: 'What an open page is told of as it happens; answered at /graphql/stream.',
};

/**
 * The schema out of the decorators.
 * @param centre what the centre set for its checks; standard: nothing
 * @param plans what it set for follow-up plans; standard: nothing
 * @throws when a type or field is declared wrongly.
 */
export function buildPortageSchema(centre?: CentreTests, plans?: PlanCentre): GraphQLSchema {
  // A field that nothing computes is a property. type-graphql would give each a resolver that reads that property,
  // which is most of the time of answering a patient's thousands of fields.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  const made = new Map<unknown, unknown>([
    [DuplicateTestsResolver, new DuplicateTestsResolver(plannedSurveillance, centre)],
    [SurvivorshipResolver, new SurvivorshipResolver(plans)],
  ]);
  const container = {
    get(resolver: new () => object): unknown {
      if (!made.has(resolver)) made.set(resolver, new resolver());
      return made.get(resolver);
    },
  };
  const schema = buildSchemaSync({
    resolvers: resolvers as NonEmptyArray<Function>,
    validate: false,
    container,
    pubSub: NO_TOPICS,
  });
  for (const [name, description] of Object.entries(ROOTS)) {
    const root = schema.getType(name);
    if (root) root.description = description;
  }
  return schema;
}
