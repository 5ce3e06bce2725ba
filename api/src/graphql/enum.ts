import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

type Screaming<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${Screaming<Tail>}`
  : Uppercase<S>;
type EnumObject<Value extends string> = { readonly [V in Value as Screaming<V>]: V };

/** The values that an object made by `enumOf` stands for. */
export type EnumValue<E extends Readonly<Record<string, string>>> = E[keyof E];

/**
 * Registers a GraphQL enum whose values are the kebab-case strings that code and database use:
 * 'active-treatment' is ACTIVE_TREATMENT in the schema.
 * @param meanings each value with its description, so that a value without one does not compile
 */
export function enumOf<const Value extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Value, string>>,
): EnumObject<Value> {
  const entries = (Object.entries(meanings) as [Value, string][]).map(
    ([value, meaning]) => [value.replaceAll('-', '_').toUpperCase(), value, meaning] as const,
  );
  const object = Object.fromEntries(entries.map(([key, value]) => [key, value]));
  registerEnumType(object, {
    name,
    description,
    valuesConfig: Object.fromEntries(entries.map(([key, , meaning]) => [key, { description: meaning }])),
  });
  return object as EnumObject<Value>;
}
