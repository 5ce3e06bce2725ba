import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.clinic.close());

it('is handed on to whoever has a role there, and the first to take it on has it', async () => {
  const { id } = await office.ask();
  const { organization } = office.pcp;
  const toRole = (more: Record<string, unknown>) => office.as('pcp', 'reassignTask', { id, ...more });
  for (const more of [
    {},
    { ownerOrganizationId: organization.id },
    { ownerId: office.pcp.id, ownerOrganizationId: organization.id, ownerRole: 'PRACTICE_STAFF' },
  ])
    expect((await toRole(more)).reason).toBe('OWNER_MISSING');
  for (const more of [
    { ownerOrganizationId: office.stranger.organization.id, ownerRole: 'COMMUNITY_CLINICIAN' },
    { ownerOrganizationId: organization.id, ownerRole: 'PRACTICE_ADMINISTRATOR' },
    { ownerOrganizationId: 'no id', ownerRole: 'PRACTICE_STAFF' },
  ])
    expect((await toRole(more)).reason).toBe('OWNER_CANNOT_READ');
  const handed = await toRole({ ownerOrganizationId: organization.id, ownerRole: 'PRACTICE_STAFF' });
  expect(handed.task).toMatchObject({ status: 'REQUESTED', owner: { person: null, role: 'PRACTICE_STAFF' } });
  expect((await office.as('pcp', 'acceptTask', { id })).reason).toBe('NOT_YOURS');
  expect((await office.as('pcp', 'undoTaskAnswer', { id })).task?.owner.person?.id).toBe(office.pcp.id);
  await toRole({ ownerOrganizationId: organization.id, ownerRole: 'PRACTICE_STAFF' });
  expect((await office.as('staff', 'acceptTask', { id })).task).toMatchObject({
    status: 'ACCEPTED',
    owner: { person: { id: office.staff.id } },
  });
});
