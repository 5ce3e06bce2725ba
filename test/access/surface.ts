// Every path from a root of the schema to a field, and a query that asks for that field alone.
import {
  getNamedType,
  isObjectType,
  isUnionType,
  parse,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export interface FieldPath {
  /** Field names from the root: patient, oncology, diagnoses, site. */
  readonly names: readonly string[];
  /** The field as the schema names it: Diagnosis.site. */
  readonly coordinate: string;
  /** Whether it holds other fields. */
  readonly holds: boolean;
}

/** Every path below the root type's field of that name, itself included. */
export function pathsBelow(schema: GraphQLSchema, root: GraphQLObjectType, name: string): FieldPath[] {
  const walk = (type: GraphQLObjectType, field: string, before: readonly string[]): FieldPath[] => {
    const names = [...before, field];
    // A type inside itself would have no last path; none is wanted in a summary.
    if (names.length > 12) throw new Error(`${names.join('.')} does not end`);
    const inner = getNamedType(type.getFields()[field]!.type);
    const holds = isObjectType(inner) || isUnionType(inner);
    const here = { names, coordinate: `${type.name}.${field}`, holds };
    return [
      here,
      ...(isObjectType(inner) ? Object.keys(inner.getFields()).flatMap((one) => walk(inner, one, names)) : []),
    ];
  };
  return walk(root, name, []);
}

/** Every field of every type that can be asked for. */
export function coordinatesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => Object.keys((type as GraphQLObjectType).getFields()).map((field) => `${type.name}.${field}`));
}

/** All that can be asked for of a root's answer, whichever of its types it has; each type's fields under names of their own. */
export function everythingOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return everythingIn(type);
  if (!isUnionType(type)) return '';
  const parts = type.getTypes().map((one) => {
    const fields = Object.values(one.getFields()).map((field) => {
      const inside = everythingOf(getNamedType(field.type));
      return `${one.name}_${field.name}: ${field.name} ${inside && `{ ${inside} }`}`;
    });
    return `... on ${one.name} { ${fields.join(' ')} }`;
  });
  return `__typename ${parts.join(' ')}`;
}

/** All that can be asked for inside a field, down to the last. */
export function everythingIn(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map((field) => {
      const inner = getNamedType(field.type);
      return isObjectType(inner) ? `${field.name} { ${everythingIn(inner)} }` : field.name;
    })
    .join(' ');
}

const within = (names: readonly string[], last: string) =>
  names.reduceRight((inner, name) => `${name}${inner && ` { ${inner} }`}`, last);

/** One patient by id, and of them that one field, with nothing or with everything inside. */
export const askOne = (names: readonly string[], inside = ''): DocumentNode =>
  parse(`query ($id: ID!) { patient(id: $id) { ${within(names, inside) || '__typename'} } }`);

/** The first ten of the reader’s list with each patient's id, and of them that one field. */
export const askList = (names: readonly string[], inside = ''): DocumentNode =>
  parse(`{ patients(first: 10) { totalCount edges { node { id ${within(names, inside)} } } } }`);

/** All that lies at the end of a path, lists opened. Nulls are left out. */
export function valuesAt(data: unknown, names: readonly string[]): unknown[] {
  if (data === null || data === undefined) return [];
  if (Array.isArray(data)) return data.flatMap((one) => valuesAt(one, names));
  const [name, ...rest] = names;
  return name === undefined ? [data] : valuesAt((data as Record<string, unknown>)[name], rest);
}
