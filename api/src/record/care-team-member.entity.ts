import { defineEntity, p } from '@mikro-orm/postgresql';
import { compartmentColumns } from './source-columns.ts';

export const CareTeamMember = defineEntity({
  name: 'CareTeamMember',
  tableName: 'care_team_member',
  properties: {
    ...compartmentColumns,
    careTeamId: p.uuid().nullable(),
    team: p.text().$type<'oncology' | 'palliative' | 'primary-care' | 'other'>().nullable(),
    name: p.text(),
    role: p.text(),
    organizationName: p.text().nullable(),
    npi: p.text().nullable(),
    telephone: p.text().nullable(),
    aroundTheClock: p.boolean().default(false),
    status: p.text().nullable(),
    startedOn: p.date().nullable(),
    endedOn: p.date().nullable(),
  },
});
