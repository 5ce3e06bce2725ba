import { buildSchema, isObjectType, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { filesOf, IncompleteSchemaError } from './emit.ts';

const sdl = `
  "What may be asked."
  type Query {
    "One patient."
    patient("Id in Portage." id: ID!): Patient!
  }
  "A patient."
  type Patient {
    "Name."
    name: String!
    "The cancer."
    oncology: Phase!
  }
  "The course."
  enum Phase {
    "Followed up."
    SURVEILLANCE
  }
  "What to look for."
  input Search {
    "Words."
    words: String
  }`;

const sections = new Set(['oncology']);

/** The schema with these actions, as decorators would put them. */
function schemaOf(text: string, actions: Record<string, string>): GraphQLSchema {
  const schema = buildSchema(text);
  for (const [path, action] of Object.entries(actions)) {
    const [typeName = '', fieldName = ''] = path.split('.');
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (field) field.extensions = { action };
  }
  return schema;
}

const actions = { 'Query.patient': 'patient:read', 'Patient.oncology': 'oncology:read' };

describe('emitting the schema', () => {
  it('gives the sorted schema and the table of permissions', () => {
    const files = filesOf(schemaOf(sdl, actions), sections);
    expect(files['schema.graphql']).toMatch(/"""A patient."""[\s\S]*enum Phase[\s\S]*type Query/);
    expect(files['permissions.md']).toContain('| `Query.patient` | `patient:read` |');
    expect(files['permissions.md']).toContain('| `Patient.oncology` | `oncology:read` |');
    expect(files['permissions.md']).toContain('| `Patient.name` | of the query that led to it |');
  });

  it.each(['Query.patient', 'Patient.oncology'] as const)('refuses %s without an action', (path) => {
    const { [path]: _, ...others } = actions;
    expect(() => filesOf(schemaOf(sdl, others), sections)).toThrow(`${path} names no action`);
  });

  it('refuses an action that nobody has declared', () => {
    const schema = schemaOf(sdl, { ...actions, 'Patient.oncology': 'oncology:wish' });
    expect(() => filesOf(schema, sections)).toThrow('Patient.oncology names no action');
  });

  it.each([
    ['"A patient."', 'Patient'],
    ['"Name."', 'Patient.name'],
    ['"The course."', 'Phase'],
    ['"Followed up."', 'Phase.SURVEILLANCE'],
    ['"Id in Portage."', 'Query.patient(id)'],
    ['"What to look for."', 'Search'],
    ['"Words."', 'Search.words'],
  ])('refuses a schema without %s', (description, path) => {
    const emit = () => filesOf(schemaOf(sdl.replace(description, ''), actions), sections);
    expect(emit).toThrow(IncompleteSchemaError);
    expect(emit).toThrow(`${path} has no description`);
  });
});
