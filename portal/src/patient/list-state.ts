import type { VariablesOf } from '#portal/graphql.ts';
import type { Scope } from '#portal/identity/viewer.query.ts';
import { pageSize, sortableSize, type PatientRow, type patientsQuery } from '#portal/patient/patients.query.ts';

export const sortKeys = ['name', 'born', 'diagnosis', 'changed'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What the address says about the list: /?q=smith&sort=name&dir=down */
export interface ListState {
  search: string;
  sort: SortKey | null;
  descending: boolean;
}

export function readListState(search: string): ListState {
  const params = new URLSearchParams(search);
  const sort = params.get('sort');
  return {
    search: (params.get('q') ?? '').trim(),
    sort: sortKeys.find((key) => key === sort) ?? null,
    descending: params.get('dir') === 'down',
  };
}

export function writeListState({ search, sort, descending }: ListState): string {
  const params = new URLSearchParams();
  if (search) params.set('q', search);
  if (sort) params.set('sort', sort);
  if (sort && descending) params.set('dir', 'down');
  const text = params.toString();
  return text ? `/?${text}` : '/';
}

export function homeVariables(state: ListState, scopes: readonly Scope[]): VariablesOf<typeof patientsQuery> {
  return {
    first: state.sort ? sortableSize : pageSize,
    after: null,
    search: state.search || null,
    oncology: scopes.includes('ONCOLOGY'),
  };
}

const value: Record<SortKey, (row: PatientRow) => string | null> = {
  name: (row) => row.name,
  born: (row) => row.birthDate,
  diagnosis: (row) => row.headline?.diagnosis ?? null,
  changed: ({ headline }) => (headline ? newsRank(headline.changesSincePreviousSignIn, headline.lastChangeAt) : null),
};

/** First how much is new to this reader, then when it last changed: as one text that sorts. */
const newsRank = (changes: number, lastChangeAt: string | null): string =>
  `${String(changes).padStart(8, '0')} ${lastChangeAt ?? ''}`;

/** Rows without the value come last in either direction: "not recorded" is neither first nor last. */
export function sorted(rows: readonly PatientRow[], { sort, descending }: ListState): readonly PatientRow[] {
  if (!sort) return rows;
  const read = value[sort];
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === right) return 0;
    if (left === null) return 1;
    if (right === null) return -1;
    return direction * left.localeCompare(right, 'en');
  });
}
