import 'reflect-metadata';
import { buildSchemaSync, Field, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import { Action } from './action.ts';
import { computedFields, omissions } from './completeness.ts';

@ObjectType('Patient', { description: 'A patient.' })
class Person {
  @Field(() => String, { description: 'Name.' })
  name!: string;
}

@Resolver(() => Person)
class PersonResolver {
  @Query(() => Person, { description: 'One patient.' })
  @Action('patient:read')
  patient(): Person {
    return { name: 'DOE, Jane' };
  }

  @FieldResolver(() => String, { description: 'The cancer.' })
  @Action('oncology:read')
  oncology(): string {
    return '';
  }

  @FieldResolver(() => String, { description: 'Medicines.' })
  medications(): string {
    return '';
  }
}

describe('what decorators declare', () => {
  const schema = buildSchemaSync({ resolvers: [PersonResolver] });

  it('tells sections from fields that are merely carried', () => {
    expect([...computedFields('Patient')].sort()).toEqual(['medications', 'oncology']);
    expect(computedFields('Nobody').size).toBe(0);
  });

  it('finds the section that names no action and the type that nobody describes, and only those', () => {
    expect(omissions(schema, computedFields('Patient'))).toEqual([
      'Patient.medications names no action',
      'Query has no description',
    ]);
  });
});
