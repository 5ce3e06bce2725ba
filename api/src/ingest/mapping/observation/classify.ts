import type { Observation } from 'fhir/r4';
import { familyOfLoinc, type TestFamily } from '#api/test-families/index.ts';
import { allCodesOf, codesOf, hasCode, wordsOf, type Code } from '#api/ingest/fhir/concepts.ts';
import { LOINC, portage, SNOMED } from '#api/ingest/fhir/systems.ts';
import { hasProfile } from '#api/ingest/fhir/values.ts';
import type { RowValues } from '#api/ingest/writing/tables.ts';
import type { NEEDS } from '../needs.ts';

/** `other-group`: the stage of a system without T, N and M. */
export type StagePart = 'group' | 't' | 'n' | 'm' | 'other-group';

/** What kind of observation it is, which test family it belongs to, and what reading it takes. */
export interface Classification {
  readonly category: RowValues['observation']['category'];
  readonly family: string | null;
  readonly needs: keyof typeof NEEDS;
  /** Set on a stage: which part of it. */
  readonly stagePart?: StagePart;
  /** What to call it where the source gives a bare code. */
  readonly title?: string | undefined;
}

/** TNM by LOINC, and by the few SNOMED CT codes that mCODE's own examples carry. */
const STAGES: Record<string, readonly [kind: 'clinical' | 'pathologic', part: Exclude<StagePart, 'other-group'>]> = {
  '21908-9': ['clinical', 'group'],
  '21905-5': ['clinical', 't'],
  '21906-3': ['clinical', 'n'],
  '21907-1': ['clinical', 'm'],
  '21902-2': ['pathologic', 'group'],
  '21899-0': ['pathologic', 't'],
  '21900-6': ['pathologic', 'n'],
  '21901-4': ['pathologic', 'm'],
  '399537006': ['clinical', 'group'],
  '399504009': ['clinical', 't'],
  '399534004': ['clinical', 'n'],
  '399387003': ['clinical', 'm'],
  '399588009': ['pathologic', 'group'],
  '384625004': ['pathologic', 't'],
  '371494008': ['pathologic', 'n'],
  '371497001': ['pathologic', 'm'],
};

const PART_NAMES: Record<StagePart, string> = {
  group: 'stage group',
  t: 'T category',
  n: 'N category',
  m: 'M category',
  'other-group': 'Stage',
};

const PERFORMANCE: Record<string, readonly [family: string, title: string]> = {
  '89247-1': ['ecog', 'ECOG performance status'],
  '89243-0': ['karnofsky', 'Karnofsky performance status'],
  C38144: ['lansky', 'Lansky play-performance status'],
};
const DISEASE_STATUS = ['97509-4', '88040-1'];
/** Symptom scores that are no laboratory value: pain on a scale of ten, and FACIT-Pal. */
const ASSESSMENTS: Record<string, string> = {
  '72514-3': 'pain',
  '38208-5': 'pain',
  '38221-8': 'pain',
  '71007-9': 'facit-pal',
};
const PREFERENCES: Record<string, string> = {
  '75773-2': 'treatment-preference',
  '95541-9': 'care-experience-preference',
};
const MARKER_WORDS =
  /receptor|\bher2|\berbb2|mutation|rearrangement|microsatellite|mismatch repair|\bpd-?l1|\bki-?67|expression|oncotype|recurrence score|\bkras|\bbraf|\begfr|\balk\b|\bros1|\bntrk|translocation|fish\b/;

const result = (
  category: Classification['category'],
  needs: keyof typeof NEEDS,
  family: string | null = null,
  title?: string,
): Classification => ({ category, needs, family, title });

/** Classifies an observation by what it declares, then by its codes, then by its words. */
export function classify(observation: Observation): Classification {
  const codes = codesOf(observation.code);
  const family = familyOf(codes);
  return (
    stage(observation, codes) ??
    ownAssessment(observation, codes) ??
    wellKnown(codes) ??
    marker(observation, codes, family) ??
    byCategory(observation, family)
  );
}

/** The family of the first code that has one. */
export function familyOf(codes: readonly Code[]): TestFamily | undefined {
  for (const { system, code } of codes) {
    const family = system === LOINC && code !== undefined ? familyOfLoinc(code) : undefined;
    if (family) return family;
  }
  return undefined;
}

function stage(observation: Observation, codes: readonly Code[]): Classification | undefined {
  for (const { system, code } of codes) {
    const known = (system === LOINC || system === SNOMED) && code !== undefined ? STAGES[code] : undefined;
    if (known) {
      const [kind, part] = known;
      const title = `${kind === 'clinical' ? 'Clinical' : 'Pathologic'} ${PART_NAMES[part]}`;
      return { ...result('stage', 'stage', `${kind}-${part}`, title), stagePart: part };
    }
  }
  // Ann Arbor, FIGO, Rai, R-ISS and the rest: a group by itself, of neither kind.
  const declared = hasProfile(observation, /mcode-(tnm-.*|.*-stage|.*-stage-group)$/);
  return declared
    ? { ...result('stage', 'stage', 'other-group', PART_NAMES['other-group']), stagePart: 'other-group' }
    : undefined;
}

function ownAssessment(observation: Observation, codes: readonly Code[]): Classification | undefined {
  const own = codes.find(({ system }) => system === portage('assessment'))?.code;
  if (own === 'pps') return result('performance-status', 'palliativePerformance', 'pps');
  if (own !== undefined) return result('assessment', 'assessment', own);
  const declared = hasCode(allCodesOf(observation.category), portage('observation-category'), 'assessment');
  return declared ? result('assessment', 'assessment') : undefined;
}

function wellKnown(codes: readonly Code[]): Classification | undefined {
  for (const { code = '' } of codes) {
    const performance = PERFORMANCE[code];
    if (performance) return result('performance-status', 'performanceStatus', ...performance);
    if (DISEASE_STATUS.includes(code))
      return result('disease-status', 'diseaseStatus', 'disease-status', 'Disease status');
    const assessment = ASSESSMENTS[code];
    if (assessment) return result('assessment', 'assessment', assessment);
    const preference = PREFERENCES[code];
    if (preference) return result('preference', 'preference', preference);
  }
  return undefined;
}

/** A number is a series over time; a word is a property of the tumour. */
function marker(
  observation: Observation,
  codes: readonly Code[],
  family: TestFamily | undefined,
): Classification | undefined {
  if (hasProfile(observation, /mcode-(genomic-variant|genomics-report)$/)) return variant(observation);
  const declared = hasProfile(observation, /mcode-tumor-marker-test$/);
  const known = family?.kind === 'tumor-marker' || family?.kind === 'biomarker';
  if (!declared && !known) return undefined;
  const numeric = observation.valueQuantity !== undefined || /\d|undetectable/i.test(observation.valueString ?? '');
  const words = `${wordsOf(observation.code)} ${codes.map(({ display }) => display ?? '').join(' ')}`.toLowerCase();
  // "PD-L1 60 %" is a number and still no series: it was found once, in a piece of tissue.
  const tissue = family ? family.kind === 'biomarker' : MARKER_WORDS.test(words) || !numeric;
  return tissue
    ? result('biomarker', 'biomarker', family?.key ?? null)
    : result('tumor-marker', 'tumorMarker', family?.key ?? null);
}

/** Variants of the same gene belong together. */
function variant(observation: Observation): Classification {
  const gene = observation.component?.find(({ code }) =>
    hasCode(codesOf(code), LOINC, '48018-6'),
  )?.valueCodeableConcept;
  const symbol = codesOf(gene).find(({ display }) => display !== undefined)?.display ?? gene?.text;
  return symbol
    ? result('biomarker', 'biomarker', `gene-${symbol.toLowerCase()}`, `${symbol} variant`)
    : result('biomarker', 'biomarker', null, 'Genomic variant');
}

function byCategory(observation: Observation, family: TestFamily | undefined): Classification {
  const categories = new Set(allCodesOf(observation.category).map(({ code }) => code));
  const key = family?.key ?? null;
  // What a test is says more than the drawer that it was put in: LVEF comes as "vital-sign", a Gleason score as "procedure".
  if (family?.kind === 'vital-signs') return result('vital-signs', 'vitalSign', key);
  if (family?.kind === 'imaging' || (categories.has('imaging') && family === undefined))
    return result('imaging', 'imagingResult', key);
  if (family !== undefined || categories.has('laboratory')) return result('laboratory', 'laboratory', key);
  if (categories.has('vital-signs')) return result('vital-signs', 'vitalSign');
  if (categories.has('social-history')) return result('social-history', 'otherObservation');
  return result('other', 'otherObservation');
}
