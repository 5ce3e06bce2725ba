import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { Pool, type PoolConfig } from 'pg';
import type { RoleUrls } from '#api/database/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { buildPortageSchema } from '#api/graphql/schema.ts';
import { createLogger } from '#api/http/index.ts';
import { createDoor } from '#api/identity/index.ts';
import { storeAttachment } from '#api/messaging/index.ts';
import { personBy, type PersonKey } from '#seeds/people.ts';

/** A person of the demo at work: what they do goes through the API, in a session of theirs. */
export interface Desk {
  /** The answer of a query's only field. @throws when it is not of the type that the story wants. */
  ask<Answer>(query: string, variables: Record<string, unknown>, wanted?: string): Promise<Answer>;
  /** Id of the patient with this family name. */
  patient(familyName: string): Promise<string>;
  latestResult(patientId: string, name: string): Promise<string>;
  upload(file: { readonly name: string; readonly text: string }): Promise<string>;
}

export interface Desks {
  of(person: PersonKey): Promise<Desk>;
  /** Signs everybody out. */
  close(): Promise<void>;
}

/** The story and the product do not fit together. */
export class DemoStoryError extends Error {
  override readonly name = 'DemoStoryError';
}

const ORIGIN = { address: 'demo' } as const;

export function openDesks(urls: RoleUrls, steward: Pool): Desks {
  const [pool, doorPool] = [urls.portage_app, urls.portage_door].map(openPool) as [Pool, Pool];
  // Nobody gives a password here, so there is nothing to slow down.
  const door = createDoor(doorPool, randomUUID());
  const schema = buildPortageSchema();
  const tokens = new Map<PersonKey, string>();

  async function tokenOf(key: PersonKey): Promise<string> {
    const known = tokens.get(key);
    if (known !== undefined) return known;
    const { id: personId } = personBy(key);
    const { rows } = await steward.query<{ id: string }>('select id from membership where person_id = $1', [personId]);
    const token = await door.open({ personId, membershipId: rows[0]!.id }, undefined, {
      ...ORIGIN,
      requestId: randomUUID(),
    });
    tokens.set(key, token);
    return token;
  }

  return {
    async of(key) {
      const token = await tokenOf(key);
      return createDesk(schema, () => ({
        ...ORIGIN,
        token,
        pool,
        door,
        requestId: randomUUID(),
        log: createLogger('silent'),
        trace: { operation: undefined, codes: new Set() },
        setSessionCookie: () => undefined,
        clearSessionCookie: () => undefined,
      }));
    },
    async close() {
      for (const token of tokens.values()) await door.close(token, { ...ORIGIN, requestId: randomUUID() });
      await Promise.all([pool.end(), doorPool.end()]);
    },
  };
}

/** Transactions leave together, as the API's do. */
const openPool = (connectionString: string): Pool =>
  new Pool({ connectionString, max: 1, pipeline: true } as PoolConfig);

interface Named {
  readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[];
}

function createDesk(schema: ReturnType<typeof buildPortageSchema>, context: () => RequestContext): Desk {
  async function ask<Answer>(
    source: string,
    variableValues: Record<string, unknown>,
    wanted?: string,
  ): Promise<Answer> {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: context() });
    const [answer] = Object.values(data ?? {}) as { __typename?: string }[];
    if (errors || !answer || (wanted !== undefined && answer.__typename !== wanted))
      throw new DemoStoryError(errors?.[0]?.message ?? `not ${wanted} but ${JSON.stringify(answer)}`);
    return answer as Answer;
  }
  const idIn = ({ edges }: Named, name: string): string => {
    const found = edges.find(({ node }) => node.name.toUpperCase().split(',')[0] === name.toUpperCase());
    if (!found) throw new DemoStoryError(`there is no ${name} among ${edges.map(({ node }) => node.name).join('; ')}`);
    return found.node.id;
  };
  return {
    ask,
    patient: async (familyName) =>
      idIn(
        await ask<Named>('query ($search: String) { patients(search: $search) { edges { node { id name } } } }', {
          search: familyName,
        }),
        familyName,
      ),
    latestResult: async (id, name) => {
      const { results } = await ask<{ results: Named }>(
        'query ($id: ID!) { patient(id: $id) { results(first: 200) { edges { node { id name } } } } }',
        { id },
      );
      return idIn(results, name);
    },
    upload: async ({ name, text }) => {
      const stored = await storeAttachment(context(), { name, body: Buffer.from(text) });
      if ('refusal' in stored) throw new DemoStoryError(`the file was not taken: ${stored.refusal}`);
      return stored.id;
    },
  };
}
