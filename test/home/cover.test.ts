import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonInClinic } from '#test/kit/clinic.ts';
import { ago, ahead, DAY } from '#test/kit/clinic.ts';
import { execute } from '#test/kit/execute.ts';
import { answer, list, openOffice, type Office } from '#test/tasks/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.clinic.close());

const SET = `mutation ($input: SetCoverInput!) { setCover(input: $input) {
  ... on CoverSet { cover { person { id } until } } ... on CoverRefused { reason } } }`;
const VIEWER = '{ viewer { cover { person { id } until } standsInFor { id } } }';

async function set(token: string, person: PersonInClinic | string, until?: Date, from?: Date) {
  const input = {
    personId: typeof person === 'string' ? person : person.id,
    until: until?.toISOString(),
    from: from?.toISOString(),
  };
  const { data, codes } = await execute(office.clinic, token, SET, { input });
  return { ...(data?.['setCover'] as { reason?: string; cover?: { person: { id: string } } } | undefined), codes };
}
const viewer = async (token: string) =>
  (await execute(office.clinic, token, VIEWER)).data!['viewer'] as {
    cover: { person: { id: string } } | null;
    standsInFor: { id: string }[];
  };

describe('cover', () => {
  it('is offered with colleagues of the same role in the same practice, and with nobody else', async () => {
    const { data } = await execute(office.clinic, office.tokens.pcp, '{ coverCandidates { id } }');
    expect(data).toEqual({ coverCandidates: [{ id: office.colleague.id }] });
  });

  it('is refused in words: oneself, another role, another practice, the past, and who is no clinician', async () => {
    const { pcp, staff } = office.tokens;
    expect(await set(pcp, office.pcp)).toMatchObject({ reason: 'SELF' });
    expect(await set(pcp, office.staff)).toMatchObject({ reason: 'OTHER_ROLE' });
    expect(await set(pcp, office.stranger)).toMatchObject({ reason: 'OTHER_PRACTICE' });
    expect(await set(pcp, 'nobody')).toMatchObject({ reason: 'OTHER_PRACTICE' });
    expect(await set(pcp, office.colleague, ago(DAY))).toMatchObject({ reason: 'PAST' });
    expect(await set(pcp, office.colleague, ahead(DAY), ahead(2 * DAY))).toMatchObject({ reason: 'PAST' });
    expect(await set(staff, office.pcp)).toMatchObject({ reason: 'NO_CLINICIAN' });
    expect((await viewer(pcp)).cover).toBeNull();
  });

  it('gives the covering clinician the tasks of the one who is away, until it is ended', async () => {
    const { pcp, colleague } = office.tokens;
    const { id } = await office.ask();
    const mine = async () => (await list(office.clinic, colleague, { owner: 'MINE' })).tasks.map((task) => task.id);
    expect(await mine()).not.toContain(id);
    expect(await set(pcp, office.colleague, ahead(7 * DAY))).toMatchObject({
      cover: { person: { id: office.colleague.id } },
    });
    expect(await viewer(pcp)).toMatchObject({ cover: { person: { id: office.colleague.id } } });
    expect((await viewer(colleague)).standsInFor).toEqual([{ id: office.pcp.id }]);
    expect(await mine()).toContain(id);
    const { task } = await answer(office.clinic, colleague, 'acceptTask', { id });
    expect(task?.history.at(-1)).toMatchObject({ by: { id: office.colleague.id }, onBehalfOf: { id: office.pcp.id } });
    expect((await execute(office.clinic, pcp, 'mutation { endCover }')).data).toEqual({ endCover: true });
    expect(await mine()).not.toContain(id);
    expect((await execute(office.clinic, pcp, 'mutation { endCover }')).data).toEqual({ endCover: false });
  });

  it('that is to begin later opens nothing yet; naming another ends the one before', async () => {
    const third = await office.clinic.person('community-clinician').of(office.pcp.organization);
    await set(office.tokens.pcp, office.colleague, ahead(7 * DAY), ahead(DAY));
    expect((await viewer(office.tokens.colleague)).standsInFor).toEqual([]);
    await set(office.tokens.pcp, third, ahead(7 * DAY));
    expect((await viewer(office.tokens.pcp)).cover).toMatchObject({ person: { id: third.id } });
    const live = await office.clinic.behindTheWall(
      `select from delegation where principal_id = $1 and kind = 'cover' and revoked_at is null`,
      [office.pcp.id],
    );
    expect(live).toHaveLength(1);
  });

  it('is in the audit, done and refused', async () => {
    const rows = await office.clinic.behindTheWall<{ outcome: string }>(
      `select outcome from audit_event where action = 'identity:cover' and person_id = $1`,
      [office.pcp.id],
    );
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'denied']));
    expect((await execute(office.clinic, undefined, 'mutation { endCover }')).codes).toEqual(['UNAUTHENTICATED']);
  });
});
