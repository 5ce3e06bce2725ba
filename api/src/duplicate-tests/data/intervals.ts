import type { Interval } from '../family.ts';

/** Changes with every change of a number or a source below. */
export const INTERVALS_VERSION = '2026-11-22.3';

const RCPATH = {
  source: 'RCPath, National minimum retesting intervals in pathology, G147',
  year: 2021,
  confidence: 'A',
} as const;
const CMS_HBA1C = { source: 'CMS national coverage determination 190.21', year: 2026, confidence: 'A' } as const;
const CMS_CEA = {
  source: 'CMS national coverage determination 190.26',
  year: 2026,
  // Reported to have changed, and not read since.
  confidence: 'C',
  note: 'Every two months after surgery, or once in a treatment cycle. A change in March 2026 is reported; the centre verifies.',
} as const;
/** Studies of repeated imaging counted the same modality and region within 7 days (JGIM 2019) and 90 days (AJMC 2014). */
const STUDY_WINDOWS =
  'No minimum is published: the centre sets it. Studies counted repeats within 7 days (JGIM 2019) and 90 days (AJMC 2014).';

/** Of tests that nobody has published anything for: ours, and no study's. */
const OWN_DEFAULT =
  'No minimum is published: the centre sets it. The pause of 7 days is a default of Portage, for the centre to review.';

const METABOLIC =
  'No minimum is published: the centre sets it. The pause of 90 days is a default of Portage, as of the other tests of a metabolic panel.';

const liver: Interval[] = [
  { situation: 'routine', least: 'P1M', most: 'P3M', ...RCPATH },
  { situation: 'inpatient', least: 'PT72H', ...RCPATH },
];
const bone: Interval[] = [{ situation: 'routine', least: 'P3M', ...RCPATH }];
const lipid: Interval[] = [
  { situation: 'routine', least: 'P1Y', ...RCPATH, note: 'On stable treatment; three years at low risk.' },
  { situation: 'after-treatment-change', least: 'P3M', ...RCPATH },
];
const unchanged: Interval = {
  situation: 'routine',
  least: null,
  pause: 'P90D',
  ...RCPATH,
  note: 'Repeat on a clinical change only; no number is given. The pause of 90 days is a default of Portage, for the centre to review.',
};
const bloodCount: Interval[] = [
  unchanged,
  { situation: 'on-cancer-drugs', least: 'P1D', ...RCPATH, note: 'On cytotoxic drugs not more than daily.' },
];
/** The source tells of no hospital: what changes slowly there changes slowly. */
const inHospitalToo = (intervals: readonly Interval[]): Interval[] => [
  ...intervals,
  ...intervals.slice(0, 1).map((interval) => ({
    ...interval,
    situation: 'inpatient' as const,
    note: [interval.note, 'That it holds in hospital is a default of Portage, for the centre to review.']
      .filter(Boolean)
      .join(' '),
  })),
];
const marker = (least: string): Interval[] => [{ situation: 'routine', least, ...RCPATH }];

/** Intervals by family. What is not here has no published minimum. */
export const INTERVALS: Readonly<Record<string, readonly Interval[]>> = {
  ...Object.fromEntries(
    ['alt', 'ast', 'alkaline-phosphatase', 'bilirubin', 'albumin', 'protein', 'globulin', 'ggt'].map((key) => [
      key,
      liver,
    ]),
  ),
  ...Object.fromEntries(['calcium', 'phosphate'].map((key) => [key, bone])),
  ...Object.fromEntries(['cholesterol', 'ldl', 'hdl', 'triglycerides'].map((key) => [key, inHospitalToo(lipid)])),
  ...Object.fromEntries(
    ['sodium', 'potassium', 'chloride', 'carbon-dioxide', 'urea-nitrogen', 'creatinine', 'egfr'].map((key) => [
      key,
      [unchanged],
    ]),
  ),
  ...Object.fromEntries(
    [
      'leukocytes',
      'erythrocytes',
      'hemoglobin',
      'hematocrit',
      'mcv',
      'mch',
      'mchc',
      'rdw',
      'platelets',
      'pdw',
      'mpv',
      'neutrophils',
      'lymphocytes',
    ].map((key) => [key, bloodCount]),
  ),
  hba1c: inHospitalToo([
    {
      situation: 'routine',
      least: 'P3M',
      most: 'P6M',
      ...CMS_HBA1C,
      note: 'RCPath G147 (2021): 6 months when stable, 2 to 6 otherwise.',
    },
    { situation: 'after-treatment-change', least: 'P1M', most: 'P2M', ...CMS_HBA1C },
  ]),
  tsh: inHospitalToo([
    { situation: 'routine', least: 'P1Y', ...RCPATH, note: 'On a stable dose; three years in healthy people.' },
    { situation: 'after-treatment-change', least: 'P2M', ...RCPATH },
  ]),
  ferritin: inHospitalToo([{ situation: 'routine', least: 'P1Y', ...RCPATH, note: 'After a normal result.' }]),
  crp: [
    { situation: 'routine', least: 'PT24H', ...RCPATH },
    { situation: 'inpatient', least: 'PT24H', ...RCPATH },
  ],
  'ca-125': marker('P1M'),
  'ca-19-9': marker('P1M'),
  'ca-15-3': marker('P2M'),
  psa: [
    {
      situation: 'routine',
      least: 'P3M',
      most: 'P6M',
      ...RCPATH,
      note: 'Monitoring: 3 months in years 1 and 2, 6 months for two years, then yearly.',
    },
  ],
  afp: [
    { situation: 'routine', least: 'P3M', most: 'P6M', ...RCPATH, note: 'For recurrence of hepatocellular carcinoma.' },
  ],
  cea: [{ situation: 'routine', least: 'P2M', ...CMS_CEA }],
  mammogram: inHospitalToo([
    {
      situation: 'routine',
      least: 'P1Y',
      schedule: true,
      source: 'ASCO breast cancer follow-up',
      year: 2013,
      confidence: 'B',
    },
  ]),
  colonoscopy: inHospitalToo([
    {
      situation: 'routine',
      least: 'P1Y',
      schedule: true,
      source: 'ASCO colorectal cancer follow-up',
      year: 2013,
      confidence: 'B',
      note: 'At one year, then every five.',
    },
  ]),
  'bone-density': inHospitalToo([
    {
      situation: 'routine',
      least: 'P2Y',
      schedule: true,
      source: 'from memory: every two years on an aromatase inhibitor or androgen deprivation',
      year: 2026,
      confidence: 'C',
    },
  ]),
  // With each metabolic panel comes a glucose: with a pause of its own it would part the panel.
  glucose: [{ situation: 'routine', least: null, pause: 'P90D', source: METABOLIC, year: 2026, confidence: 'C' }],
};

const seen = { least: null, source: STUDY_WINDOWS, year: 2019, confidence: 'A' } as const;

/** Where nothing is published at all: an unchanged result so recent is worth a look before the next. */
export const unpublished = (imaging: boolean): readonly Interval[] =>
  imaging
    ? [
        { situation: 'routine', pause: 'P90D', ...seen },
        { situation: 'inpatient', pause: 'P7D', ...seen },
      ]
    : [{ situation: 'routine', least: null, pause: 'P7D', source: OWN_DEFAULT, year: 2026, confidence: 'C' }];
