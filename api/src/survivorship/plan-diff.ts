import type { PlanChange } from './care-plan.results.ts';
import type { PlanLine } from './plan.ts';

interface Version {
  readonly lines: readonly PlanLine[];
  readonly facts: readonly { key: string; text: string }[];
}

/** Something of a line that is compared, by its name. */
export type LineField = readonly [name: string, of: (line: PlanLine) => string | null];

/** What of a line people agree on; when it was last done moves by itself and is no difference between versions. */
const FIELDS: readonly LineField[] = [
  ['what', ({ what }) => what],
  ['owner', ({ owner, ownerName }) => [owner ?? 'nobody', ownerName].filter((part) => part !== null).join(', ')],
  ['interval', ({ interval }) => interval],
  ['firstDue', ({ firstDue }) => firstDue],
  ['chosenDue', ({ chosenDue }) => chosenDue],
  [
    'applies',
    ({ state, reason }) => (state === 'not-applicable' || state === 'declined' ? `${state}: ${reason}` : 'yes'),
  ],
  ['target', ({ target }) => target],
  ['source', ({ source: { source, year } }) => `${source}, ${year}`],
];

/**
 * What changed from one version to another, lines first, in the order of the later one.
 * @param more to compare of each line
 */
export function planDiff(before: Version, after: Version, more: readonly LineField[] = []): PlanChange[] {
  return [
    ...differences(before.lines, after.lines, ({ what }) => what, [...FIELDS, ...more]),
    ...differences(before.facts, after.facts, () => 'Treatment summary', [['text', ({ text }) => text]]),
  ];
}

function differences<Item extends { key: string }>(
  before: readonly Item[],
  after: readonly Item[],
  title: (item: Item) => string,
  fields: readonly (readonly [string, (item: Item) => string | null])[],
): PlanChange[] {
  const old = new Map(before.map((item) => [item.key, item]));
  const now = new Set(after.map(({ key }) => key));
  const whole = (item: Item, kind: 'added' | 'removed') => ({ key: item.key, title: title(item), kind, field: null });
  return [
    ...after.flatMap((item): PlanChange[] => {
      const was = old.get(item.key);
      if (was === undefined) return [{ ...whole(item, 'added'), before: null, after: title(item) }];
      return fields
        .map(([field, of]) => ({ field, before: of(was), after: of(item) }))
        .filter((change) => change.before !== change.after)
        .map((change) => ({ key: item.key, title: title(item), kind: 'changed', ...change }));
    }),
    ...before
      .filter(({ key }) => !now.has(key))
      .map((item): PlanChange => ({ ...whole(item, 'removed'), before: title(item), after: null })),
  ];
}
