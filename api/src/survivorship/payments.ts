import type { PlanLine } from './plan.ts';

/** A service that a physician may be paid for when sharing follow-up: facts, not advice. No code text of CPT. */
export interface Payment {
  readonly service: string;
  readonly codes: readonly string[];
  readonly conflicts: readonly string[];
  readonly source: string;
  readonly year: number;
  readonly confidence: 'A' | 'B' | 'C';
  readonly fits: (lines: readonly PlanLine[]) => readonly PlanLine[];
}

const ofPrimaryCare = (lines: readonly PlanLine[]) =>
  lines.filter(({ owner, state, against }) => owner === 'primary-care' && state !== 'not-applicable' && !against);

const SERVICES: readonly Payment[] = [
  {
    service: 'Advanced primary care management, monthly',
    codes: ['G0556', 'G0557', 'G0558'],
    conflicts: [
      'Needs the patient’s consent and access day and night.',
      'Not in the same month as chronic, principal or transitional care management or interprofessional consultation.',
    ],
    source: 'CMS, advanced primary care management',
    year: 2026,
    confidence: 'A',
    fits: ofPrimaryCare,
  },
  {
    service: 'Principal care management of one serious illness',
    codes: [],
    conflicts: [
      'Not in the same month as advanced primary care management.',
      'Its codes belong to CPT and are not shown.',
    ],
    source: 'CMS, care management services',
    year: 2026,
    confidence: 'A',
    fits: ofPrimaryCare,
  },
  {
    service: 'Principal illness navigation',
    codes: ['G0023', 'G0024'],
    conflicts: ['Needs a navigator, the patient’s consent and an initiating visit.'],
    source: 'CMS, principal illness navigation, secondary copy',
    year: 2026,
    confidence: 'B',
    fits: (lines) => lines.filter(({ kind, state }) => kind === 'work-finance' && state !== 'not-applicable'),
  },
];

/** Candidates for this plan, each with the lines that are evidence for it. */
export const paymentsFor = (lines: readonly PlanLine[]): (Payment & { readonly evidence: readonly string[] })[] =>
  SERVICES.map((service) => ({ ...service, evidence: service.fits(lines).map(({ what }) => what) })).filter(
    ({ evidence }) => evidence.length > 0,
  );
