import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Role } from '#api/access/index.ts';

/** A person in an organisation, in one role. A session acts for exactly one membership. */
export const Membership = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    organizationId: p.uuid(),
    role: p.text().$type<Role>(),
    startedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    endedAt: p.datetime().columnType('timestamptz').nullable(),
  },
});
