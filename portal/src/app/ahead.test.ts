import { createRequest, gql } from '@urql/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAhead } from '#portal/app/ahead.ts';
import { connect } from '#portal/app/client.ts';

const query = gql<{ patient: { id: string } }, { id: string }>`
  query Patient($id: ID!) {
    patient(id: $id) {
      id
    }
  }
`;
const variables = { id: '1' };
const { key } = createRequest(query, variables);
const refusal = { errors: [{ message: 'No such record.', extensions: { code: 'NOT_FOUND' } }] };

let asked: number;
let answer: object;
beforeEach(() => {
  asked = 0;
  vi.stubGlobal('fetch', () => {
    asked += 1;
    return Promise.resolve(Response.json(answer));
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A page looks at the answer while it is drawn, and takes it for itself only afterwards. */
const look = (connection: ReturnType<typeof connect>): string | undefined => {
  let seen: string | undefined;
  connection.client
    .query(query, variables)
    .subscribe(({ data, error }) => (seen = error ? 'refused' : data?.patient.id))
    .unsubscribe();
  return seen;
};

describe('what is asked ahead of its page', () => {
  it('is refused once, however long the page takes to be drawn', async () => {
    answer = refusal;
    const connection = connect();
    askAhead(connection, query, variables);
    askAhead(connection, query, variables);
    await vi.waitFor(() => expect(connection.ahead.get(key)).toBeTruthy());
    expect(look(connection)).toBe('refused');
    expect(look(connection)).toBe('refused');
    expect(asked).toBe(1);
  });

  it('is asked again by whoever comes back to a refusal', async () => {
    answer = refusal;
    const connection = connect();
    askAhead(connection, query, variables);
    await vi.waitFor(() => expect(connection.ahead.get(key)).toBeTruthy());
    connection.ahead.delete(key);
    askAhead(connection, query, variables);
    await expect.poll(() => asked).toBe(2);
  });

  it('is not held once it is known', async () => {
    answer = { data: { patient: { __typename: 'Patient', id: '1' } } };
    const connection = connect();
    askAhead(connection, query, variables);
    await expect.poll(() => connection.kept.has(key)).toBe(true);
    expect(connection.ahead.size).toBe(0);
    expect(look(connection)).toBe('1');
    expect(asked).toBe(1);
  });
});
