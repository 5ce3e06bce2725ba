import { syntheticNpi } from '#seeds/npi.ts';
import { personBy } from '#seeds/people.ts';

export interface Practice {
  /** The general practitioner's NPI. */
  npi: string;
  familyName: string;
  givenName: string;
  /** Share of all patients, in per cent. */
  percent: number;
}

function of(key: 'pcp' | 'pcp2' | 'ihs-pcp' | 'rural-pcp', percent: number): Practice {
  const { npi, familyName, givenName } = personBy(key);
  return { npi: npi!, familyName, givenName, percent };
}

/**
 * Who looks after whom: the demo physician has 3 % (300 of 10,000), three more demo physicians 1 % each, and the rest
 * is dealt evenly to physicians who never sign in, so that most of a large database is none of the viewer's business.
 */
export const scalePractices: readonly Practice[] = [
  of('pcp', 3),
  of('pcp2', 1),
  of('ihs-pcp', 1),
  of('rural-pcp', 1),
  ...Array.from({ length: 47 }, (_, i) => ({
    npi: syntheticNpi(55_600_000 + i),
    familyName: `Practitioner-${i + 1}`,
    givenName: 'Outside',
    percent: 2,
  })),
];
