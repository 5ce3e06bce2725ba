import type { RagStatus, Severity } from './assessment.types.ts';

/**
 * Symptom instruments: numbers and short names, never an instrument's wording. Defaults that a
 * cancer centre reviews and may replace.
 */
interface Instrument {
  readonly name: string;
  readonly max: number;
  /** Lowest scores called moderate and severe; null where no published cut-off was read. */
  readonly cutOffs: { readonly moderate: number; readonly severe: number } | null;
  readonly source: string;
  /** Of the source; null where none was read. */
  readonly year: number | null;
  /** A: read in the source; B: in a secondary copy; C: from memory, to be verified by the centre. */
  readonly confidence: 'A' | 'B' | 'C';
  readonly items: Readonly<Record<string, string>>;
}

export const INSTRUMENTS: Readonly<Record<string, Instrument>> = {
  esas: {
    name: 'ESAS',
    max: 10,
    cutOffs: { moderate: 4, severe: 7 },
    source: 'Hui et al. 2016, referral criteria: 7 and over is severe; moderate begins at 4 or 5, the lower is taken',
    year: 2016,
    confidence: 'A',
    items: {
      pain: 'Pain',
      tiredness: 'Tiredness',
      drowsiness: 'Drowsiness',
      nausea: 'Nausea',
      appetite: 'Lack of appetite',
      breathlessness: 'Shortness of breath',
      depression: 'Depression',
      anxiety: 'Anxiety',
      wellbeing: 'Wellbeing',
    },
  },
  ipos: {
    name: 'IPOS',
    max: 4,
    cutOffs: null,
    source: 'Integrated Palliative care Outcome Scale: the range of an item, no cut-offs',
    year: null,
    confidence: 'C',
    items: {},
  },
};

/** Pain on a 0–10 scale as a laboratory-style observation, LOINC 72514-3: read beside ESAS. */
export const PAIN_SCORE_LOINC = '72514-3';

/** Stage by colour after the Gold Standards Framework, read in a secondary copy (B); the scheme is the centre's to set. */
export const GSF_STAGES: Readonly<Record<string, { readonly rag: RagStatus; readonly meaning: string }>> = {
  blue: { rag: 'blue', meaning: 'Prognosis of years' },
  green: { rag: 'green', meaning: 'Prognosis of months' },
  yellow: { rag: 'amber', meaning: 'Prognosis of weeks' },
  amber: { rag: 'amber', meaning: 'Prognosis of weeks' },
  red: { rag: 'red', meaning: 'Prognosis of days' },
};

/** How bad a score is by its instrument's cut-offs; null where there are none. */
export function severityOf(instrument: Instrument, score: number): Severity | null {
  if (instrument.cutOffs === null) return null;
  if (score >= instrument.cutOffs.severe) return 'severe';
  if (score >= instrument.cutOffs.moderate) return 'moderate';
  return score > 0 ? 'mild' : 'none';
}
