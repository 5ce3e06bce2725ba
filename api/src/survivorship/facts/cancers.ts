import { newestFirst, type ChartRow, type RecordRows } from '#api/chart/index.ts';
import { siteOfIcd10, siteOfWords, tellsMetastasis } from '#api/ingest/index.ts';
import { diagnosesOf, type Diagnosis } from '#api/oncology/index.ts';
import type { Cancer } from '../rule.ts';
import type { CancerFact, Fact, FilledFact } from './facts.ts';

const OF_SITE: Readonly<Record<string, Cancer>> = {
  Breast: 'breast',
  Colon: 'colorectal',
  Rectum: 'colorectal',
  Prostate: 'prostate',
  Lung: 'lung',
  Lymphoma: 'lymphoma',
  Cervix: 'gynaecological',
  Uterus: 'gynaecological',
  Ovary: 'gynaecological',
  'Vulva and vagina': 'gynaecological',
  Myeloma: 'myeloma',
};

/** Markers without which follow-up of breast cancer cannot be chosen, by the key of the missing fact. */
export const MARKERS: ReadonlyMap<string, RegExp> = new Map([
  ['marker:er', /estrogen|oestrogen|\ber\b/i],
  ['marker:pr', /progesterone|\bpr\b/i],
  ['marker:her2', /her-?2/i],
]);

/** The cancers of a record; primary ones first, the newest first. */
export function cancerFacts(record: RecordRows, filled: readonly FilledFact[]): CancerFact[] {
  const recorded = diagnosesOf(record);
  // A sender may call a metastasis primary because it is the one that is treated.
  const hasPrimary = recorded.some((diagnosis) => !diagnosis.secondary && !tellsMetastasis(diagnosis.code.display));
  const cancers = recorded
    .map((diagnosis) => ({
      ...diagnosis,
      secondary: diagnosis.secondary || (hasPrimary && tellsMetastasis(diagnosis.code.display)),
    }))
    .toSorted((a, b) => Number(a.secondary) - Number(b.secondary));
  const alone = cancers.filter(({ secondary }) => !secondary).length === 1;
  const saidOf = ({ id, secondary }: Diagnosis) => {
    if (secondary) return [];
    return alone
      ? filled
      : filled.flatMap((fact) => (isOf(fact, id) ? { ...fact, key: fact.key.slice(0, -id.length - 1) } : []));
  };
  return cancers.map((diagnosis) => factOf(diagnosis, stageTextOf(record, diagnosis), saidOf(diagnosis)));
}

/** Of several primary cancers each has its own missing facts: `stage:` and the id of its row. */
const isOf = ({ key }: FilledFact, cancerId: string) => key.endsWith(`:${cancerId}`);

/** What surgery found after treatment, such as a complete response, is no stage: the one before goes with it. */
function stageTextOf(record: RecordRows, diagnosis: Diagnosis): string | null {
  const text = diagnosis.stage?.group ?? diagnosis.stage?.t ?? null;
  if (text === null || stageGroup(text) !== null) return text;
  const before = record
    .rows('oncologyObservations')
    .filter(({ category, focus_id: focus }) => category === 'stage' && focus === diagnosis.id)
    .toSorted(newestFirst((row) => row.effective_at))
    .flatMap(({ value_text: value }) => value ?? [])
    .find((value) => stageGroup(value) !== null);
  return before === undefined ? text : `${before}, then ${text.toLowerCase()}`;
}

function factOf(diagnosis: Diagnosis, recorded: string | null, filled: readonly FilledFact[]): CancerFact {
  const said = (key: string) => filled.find((fact) => fact.key === key);
  const silent = [
    recorded === null && said('stage'),
    diagnosis.histology === null && said('histology'),
    diagnosis.diagnosedOn === null && said('diagnosed-on'),
  ].flatMap((fact) => fact || []);
  const stageText = recorded ?? said('stage')?.text ?? null;
  const histology = diagnosis.histology ?? said('histology')?.text ?? null;
  return {
    id: diagnosis.id,
    text: [diagnosis.code.display, stageText && inStageWords(stageText)].filter(Boolean).join(', '),
    value: null,
    unit: null,
    on: diagnosis.diagnosedOn ?? said('diagnosed-on')?.text ?? null,
    source: diagnosis.source,
    filledInBy: silent[0]?.by ?? null,
    cancer: cancerOf(diagnosis),
    site: diagnosis.site,
    side: diagnosis.laterality,
    histology,
    stage: stageText === null ? null : stageGroup(stageText),
    stageText,
    biomarkers: biomarkersOf(diagnosis, filled),
    secondary: diagnosis.secondary,
    status: diagnosis.status,
  };
}

/** What the record tells of the tumour's markers, and then what a person said of those on which it is silent. */
function biomarkersOf(diagnosis: Diagnosis, filled: readonly FilledFact[]): Fact[] {
  const recorded = diagnosis.biomarkers
    .filter(({ name, value }) => !isGermline(`${name} ${value}`))
    .map(({ id, name, value, asOf, source }) => ({
      ...emptyFact(id),
      text: `${name}: ${value}`,
      on: asOf?.slice(0, 10) ?? null,
      source,
    }));
  const said = filled.flatMap(({ key, what, text, by }) => {
    const form = MARKERS.get(key);
    return form === undefined || recorded.some((marker) => form.test(marker.text))
      ? []
      : [{ ...emptyFact(key), text: `${what}: ${text}`, filledInBy: by }];
  });
  return [...recorded, ...said];
}

export const emptyFact = (id: string) => ({
  id,
  value: null,
  unit: null,
  on: null,
  source: null,
  filledInBy: null,
});

const inStageWords = (text: string) => (stageGroup(text) === null || /stage/i.test(text) ? text : `stage ${text}`);

const GERMLINE = /germ-?line|inherited|hereditary/i;
/** Of the patient’s own genes, not of the tumour’s. */
export const isGermline = (words: string) => GERMLINE.test(words);

/** Written down by mistake, or found not to be so. */
export const isWithdrawn = ({ verification_status: status }: ChartRow<'conditions'>): boolean =>
  status === 'entered-in-error' || status === 'refuted';

const IN_SITU = /\bin[- ]situ\b/;
/** An invasive cancer often has some in situ beside it, and is followed as what it is. */
const INVASIVE = /(?<!non[- ])\b(micro-?)?(invasive|infiltrating)/;

/** Which follow-up a diagnosis belongs to. A code decides before words. */
export function cancerOf({ code, site, histology }: Pick<Diagnosis, 'code' | 'site' | 'histology'>): Cancer {
  const words = `${code.display} ${site} ${histology ?? ''}`.toLowerCase();
  const icd10 = code.system?.toLowerCase().includes('icd-10') === true ? code.code : null;
  if (icd10?.startsWith('D0') === true || (IN_SITU.test(words) && !INVASIVE.test(words))) return 'in-situ';
  if (/melanoma/.test(words)) return 'melanoma';
  const coded = icd10 === null ? undefined : siteOfIcd10(icd10);
  return OF_SITE[coded ?? siteOfWords(words) ?? ''] ?? 'other';
}

const ROMAN = ['0', 'I', 'II', 'III', 'IV'];

/** II for "Stage IIa", "2" and "pathologic stage group 2b"; undefined words stay undefined. */
export function stageGroup(text: string): string | null {
  const roman = /\b(IV|III|II|I|0)[ABCESabces]{0,2}\d?\b/.exec(text)?.[1];
  if (roman !== undefined) return roman;
  const digit = /stage\s*(?:group\s*)?([0-4])\s?[a-c]?\b/i.exec(text)?.[1] ?? /^([0-4])[a-c]?$/i.exec(text.trim())?.[1];
  return ROMAN[Number(digit)] ?? null;
}
