import { chartName } from '#api/chart/index.ts';
import type { PlanChange } from './care-plan.results.ts';
import type { PlanPreview } from './preview-rules.ts';

const FIELDS: Readonly<Record<string, string>> = {
  what: 'words',
  firstDue: 'first due',
  nextDue: 'next due',
};

/** A preview for a terminal: each open plan with what would come (+), go (-) and change (~) in it, then the totals. */
export function previewText(previews: readonly PlanPreview[]): string[] {
  return [...previews.flatMap(planText), ...totals(previews)];
}

function planText({ patient, plan, ruleSetVersion, suspendedBecause, changes }: PlanPreview): string[] {
  const who = `${chartName(patient)}${patient.mrn === null ? '' : ` (MRN ${patient.mrn})`}`;
  const suspended = suspendedBecause === null ? [] : [`  suspended: ${suspendedBecause}`];
  return [
    `${who}: version ${plan.version}, ${plan.state}, by the rules ${ruleSetVersion}`,
    ...suspended,
    ...(changes.length === 0 ? ['  nothing would change'] : changes.map(changeText)),
  ];
}

function changeText({ title, kind, field, before, after }: PlanChange): string {
  if (kind === 'added') return `  + ${title}`;
  if (kind === 'removed') return `  - ${title}`;
  return `  ~ ${title}: ${FIELDS[field ?? ''] ?? field}: ${before ?? 'none'} → ${after ?? 'none'}`;
}

function totals(previews: readonly PlanPreview[]): string[] {
  if (previews.length === 0) return ['There is no open plan that you may read.'];
  const changed = previews.filter(({ changes }) => changes.length > 0);
  const lines = (wanted: string) =>
    previews.reduce(
      (sum, { changes }) => sum + new Set(changes.filter(({ kind }) => kind === wanted).map(({ key }) => key)).size,
      0,
    );
  return [
    '',
    `${plans(previews.length)} read, ${changed.length} would change: lines that come ${lines('added')}, go ${lines('removed')}, change ${lines('changed')}.`,
    ...byRule(previews),
    'Nothing was changed. A plan takes these rules when somebody signs a version that was written by them.',
  ];
}

/** How many plans each rule would touch, the most first. */
function byRule(previews: readonly PlanPreview[]): string[] {
  const touched = previews.flatMap(({ changes }) => [
    ...new Map(changes.map(({ key, kind, title }) => [`${key} ${kind}`, { key, kind, title }])).values(),
  ]);
  const groups = [...Map.groupBy(touched, ({ key, kind }) => `${key} ${kind}`).values()];
  return groups
    .toSorted((a, b) => b.length - a.length)
    .map(([first, ...more]) => `  ${first?.key} (${first?.title}): ${first?.kind} in ${plans(more.length + 1)}`);
}

const plans = (count: number) => `${count} ${count === 1 ? 'plan' : 'plans'}`;
