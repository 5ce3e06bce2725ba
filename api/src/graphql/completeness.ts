import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { isAction } from './action.ts';

/** Names of the fields of a type that a resolver computes, as against those that it merely carries. */
export function computedFields(typeName: string): ReadonlySet<string> {
  const storage = getMetadataStorage();
  const type = storage.objectTypes.find((object) => object.name === typeName);
  // A resolver of root fields alone belongs to no type, and throws when it is asked for one.
  const computing = new Set(storage.fieldResolvers.map((field) => field.target));
  const resolvers = storage.resolverClasses
    .filter((one) => computing.has(one.target) && one.getObjectType() === type?.target)
    .map((one) => one.target);
  return new Set(
    storage.fieldResolvers.filter((field) => resolvers.includes(field.target)).map((field) => field.schemaName),
  );
}

/**
 * What the schema leaves unsaid, one line each: a root field or a section of Patient that names no
 * action, or anything without a description.
 * @param sections names of the fields of Patient that a resolver computes
 */
export function omissions(schema: GraphQLSchema, sections: ReadonlySet<string>): string[] {
  return [...withoutAction(schema, sections), ...withoutDescription(schema)];
}

const rootTypes = (schema: GraphQLSchema) =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type !== null && type !== undefined,
  );

function withoutAction(schema: GraphQLSchema, sections: ReadonlySet<string>): string[] {
  const patient = schema.getType('Patient');
  const guarded = [
    ...rootTypes(schema).flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field }))),
    ...(isObjectType(patient)
      ? Object.values(patient.getFields())
          .filter((field) => sections.has(field.name))
          .map((field) => ({ type: patient, field }))
      : []),
  ];
  return guarded
    .filter(({ field }) => !isAction(field.extensions['action']))
    .map(({ type, field }) => `${type.name}.${field.name} names no action`);
}

function withoutDescription(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [{ path: type.name, description: type.description }, ...parts(type)])
    .filter(({ description }) => !description?.trim())
    .map(({ path }) => `${path} has no description`);
}

interface Part {
  path: string;
  description: string | null | undefined;
}

/** Fields, arguments and enum values of a type. */
function parts(type: GraphQLNamedType): Part[] {
  if (isEnumType(type)) {
    return type.getValues().map((value) => ({ path: `${type.name}.${value.name}`, description: value.description }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      path: `${type.name}.${field.name}`,
      description: field.description,
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    { path: `${type.name}.${field.name}`, description: field.description },
    ...field.args.map((arg) => ({ path: `${type.name}.${field.name}(${arg.name})`, description: arg.description })),
  ]);
}
