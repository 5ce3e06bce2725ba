import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openFeed, rosaWith, type Feed } from '#test/ingest/feed.ts';

let feed: Feed;
let mesa: { organizationId: string };
beforeAll(async () => {
  feed = await openFeed();
  mesa = await feed.practice({ name: 'Mesa Family Medicine', npi: '1234567893', email: 'ada@mesa.example' });
});
beforeEach(async () => {
  await feed.rows('truncate patient, access_grant cascade');
  await feed.import(rosaWith());
});
afterAll(() => feed.close());

const grant = (basis: string, from: string, until: string) =>
  feed.rows(
    `insert into access_grant (id, patient_id, grantee_id, grantee_kind, basis, scopes, valid_from, valid_until)
     select gen_random_uuid(), id, $1, 'organization', $2, '{oncology}', now() + $3::interval, now() + $4::interval from patient`,
    mesa.organizationId,
    basis,
    from,
    until,
  );

test.each(['break-glass', 'referral'])('a %s grant that has run out makes way for the next', async (basis) => {
  await grant(basis, '-2 hours', '-90 minutes');
  await grant(basis, '0', '30 minutes');
  expect(
    await feed.rows(
      'select revoked_reason, revoked_at = valid_until as "atItsEnd" from access_grant order by valid_from',
    ),
  ).toEqual([
    { revoked_reason: 'It had run out', atItsEnd: true },
    { revoked_reason: null, atItsEnd: null },
  ]);
});

test('a grant that still holds keeps its place', async () => {
  await grant('break-glass', '-10 minutes', '20 minutes');
  await expect(grant('break-glass', '0', '30 minutes')).rejects.toThrow('access_grant_live_idx');
});
