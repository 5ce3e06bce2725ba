import type { Role } from '#api/access/index.ts';
import type { AccessLogEntry } from '#api/audit/index.ts';
import type { Chart } from '#api/chart/index.ts';

export function accessLogOf(chart: Chart, responseKey: string): AccessLogEntry[] {
  return chart.accessLog(responseKey).map((row) => ({
    at: row.at,
    personName: row.family_name === null ? 'Import from the record systems' : `${row.given_name} ${row.family_name}`,
    role: (row.role ?? 'integration') as Role,
    organization: row.organization_name ?? 'Portage',
    action: row.action,
    sections: row.sections,
  }));
}
