import { z } from 'zod';
import { isDay } from './calendar.ts';

/** Cancers that follow-up is written for. 'in-situ' is not invasive; 'other' has no schedule in this release. */
export const CANCERS = [
  'breast',
  'colorectal',
  'prostate',
  'lung',
  'lymphoma',
  'melanoma',
  'gynaecological',
  'myeloma',
  'in-situ',
  'other',
] as const;
export type Cancer = (typeof CANCERS)[number];

export const RULE_KINDS = [
  'surveillance',
  'late-effect',
  'screening',
  'immunisation',
  'bone-health',
  'heart-health',
  'comorbidity',
  'psychosocial',
  'work-finance',
  'health-promotion',
  'ongoing-therapy',
  'advised-against',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export const OWNERS = ['oncology', 'primary-care', 'palliative', 'other', 'patient'] as const;
export type Owner = (typeof OWNERS)[number];

/** Parts of the body that late effects of radiation are known by. */
export const FIELDS = ['chest', 'breast', 'axilla', 'neck', 'head', 'heart', 'abdomen', 'pelvis'] as const;
export type Field = (typeof FIELDS)[number];

/** Groups of medicines that have an effect in common. */
export const DRUG_GROUPS = [
  'anthracycline',
  'platinum',
  'cisplatin',
  'oxaliplatin',
  'bleomycin',
  'alkylator',
  'ifosfamide',
  'vinca',
  'taxane',
  'steroid',
  'anti-her2',
  'aromatase-inhibitor',
  'tamoxifen',
  'androgen-deprivation',
  'checkpoint-inhibitor',
] as const;
export type DrugGroup = (typeof DRUG_GROUPS)[number];

export const COMORBIDITIES = ['diabetes', 'hypertension', 'hyperlipidaemia', 'osteoporosis'] as const;
export type Comorbidity = (typeof COMORBIDITIES)[number];

export const ORGANS = ['breast', 'cervix', 'colon', 'prostate'] as const;
export type Organ = (typeof ORGANS)[number];

/** What must be so of a patient for a rule to apply. Of what is not recorded, neither it nor its opposite holds. */
export type Condition =
  | { readonly cancer: readonly Cancer[] }
  | { readonly histology: readonly string[] }
  | { readonly intent: 'curative' }
  | { readonly sex: 'female' | 'male' }
  | { readonly age: { readonly least?: number | undefined; readonly most?: number | undefined } }
  | { readonly ageAtTreatment: { readonly least: number } }
  | {
      readonly drug: string;
      /** Cumulative dose in mg/m². */
      readonly least?: number | undefined;
      readonly below?: number | undefined;
    }
  | { readonly drugGroup: DrugGroup }
  | { readonly onDrugGroup: DrugGroup }
  | {
      readonly radiation: readonly Field[];
      readonly leastGy?: number | undefined;
      readonly belowGy?: number | undefined;
    }
  | { readonly transplant: true }
  | { readonly comorbidity: Comorbidity }
  | { readonly cardiovascularRisks: { readonly least: number } }
  | { readonly smoked: true }
  | { readonly removed: Organ }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

const months = z.number().positive().max(600);
const gray = z.number().positive().max(200);
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ cancer: z.array(z.enum(CANCERS)).min(1) }),
    z.strictObject({ histology: z.array(z.string().min(3)).min(1) }),
    z.strictObject({ intent: z.literal('curative') }),
    z.strictObject({ sex: z.enum(['female', 'male']) }),
    z.strictObject({
      age: z
        .strictObject({ least: z.int().min(0).max(120).optional(), most: z.int().min(0).max(120).optional() })
        .refine(({ least, most }) => least !== undefined || most !== undefined, 'needs least, most or both'),
    }),
    z.strictObject({ ageAtTreatment: z.strictObject({ least: z.int().min(0).max(120) }) }),
    z.strictObject({
      drug: z.string().min(3),
      least: z.number().positive().optional(),
      below: z.number().positive().optional(),
    }),
    z.strictObject({ drugGroup: z.enum(DRUG_GROUPS) }),
    z.strictObject({ onDrugGroup: z.enum(DRUG_GROUPS) }),
    z.strictObject({
      radiation: z.array(z.enum(FIELDS)).min(1),
      leastGy: gray.optional(),
      belowGy: gray.optional(),
    }),
    z.strictObject({ transplant: z.literal(true) }),
    z.strictObject({ comorbidity: z.enum(COMORBIDITIES) }),
    z.strictObject({ cardiovascularRisks: z.strictObject({ least: z.int().min(1).max(6) }) }),
    z.strictObject({ smoked: z.literal(true) }),
    z.strictObject({ removed: z.enum(ORGANS) }),
    z.strictObject({ not: condition }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
  ]),
);

/** From what day a schedule counts. */
export const ANCHORS = ['end-of-treatment', 'local-treatment', 'radiation', 'drug-start', 'age'] as const;
export type Anchor = (typeof ANCHORS)[number];

const span = z
  .strictObject({ least: z.number().min(0).max(600), most: months })
  .refine(({ least, most }) => least <= most, 'least is more than most');
const phase = z
  .strictObject({
    /** Months since the anchor. */
    from: z.number().min(0).max(1200),
    /** Null: without end. */
    until: z.number().positive().max(1200).nullable(),
    every: z
      .strictObject({ least: months, most: months })
      .refine(({ least, most }) => least <= most, 'least is more than most'),
  })
  .refine(({ from, until }) => until === null || from < until, 'ends before it begins');

const monthAndDay = z.string().refine((text) => isDay(`2001-${text}`), 'must be a month and a day, such as 09-01');

const schedule = z
  .strictObject({
    anchor: z.enum(ANCHORS),
    /** Years of age, where the anchor is the age. */
    age: z.int().min(0).max(120).optional(),
    /** Years of age at which it begins if that comes before `first`. */
    orAge: z.int().min(0).max(120).optional(),
    /** What was done before the anchor counts too. */
    earlierCounts: z.literal(true).optional(),
    /** Between how many months after the anchor it is due the first time. */
    first: span,
    /** Within which part of each year, as month and day; it may end in the next year. */
    season: z.strictObject({ opens: monthAndDay, closes: monthAndDay }).optional(),
    /** how often after that, by time since the anchor. Empty: once. */
    repeat: z.array(phase),
  })
  .refine(({ anchor, age }) => (anchor === 'age') === (age !== undefined), 'age is for the anchor age, which needs it')
  .refine(({ season, repeat }) => season === undefined || repeat.length === 0, 'a season repeats itself: no repeat')
  .refine(
    ({ repeat }) => repeat.every(({ from }, index) => index === 0 || from === repeat[index - 1]?.until),
    'a phase must begin where the one before ends',
  );
export type Schedule = z.infer<typeof schedule>;
export type Phase = Schedule['repeat'][number];

const proof = z.strictObject({
  /** Test families, `vaccine:…` or `visit:…`; several must be of one day. */
  keys: z.array(z.string().min(2)).min(1),
  /** For how many months it serves, where not for the schedule's interval. */
  months: months.optional(),
});

/** One follow-up rule: a proposal that a centre reviews and may replace. */
export const ruleSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'),
  kind: z.enum(RULE_KINDS),
  /** What is to be done, as it stands on a plan. */
  what: z.string().min(3).max(160),
  owner: z.enum(OWNERS),
  /** Who that is, where the owner is 'other'. */
  ownerRole: z.string().min(3).optional(),
  /** The cancers whose survivors it is looked at for. Left out: all. */
  cancers: z.array(z.enum(CANCERS)).min(1).optional(),
  when: condition.optional(),
  /** Null: nobody has published one, or it is advice without a date. */
  schedule: schedule.nullable(),
  /** What counts as doing it, any of these. */
  doneBy: z.array(proof),
  /** Shown as the last value, and the value to reach. */
  target: z.string().min(1).optional(),
  /** Why it is there, for the physician who has to do it. */
  why: z.string().min(10),
  source: z.string().min(3),
  year: z.int().min(1950).max(2100),
  /** A: read in the source. B: read in a secondary copy. C: from memory, unverified: the centre verifies. */
  confidence: z.enum(['A', 'B', 'C']),
});
const ownerNamed = (rule: { owner: Owner; ownerRole?: string | undefined }) =>
  rule.owner !== 'other' || rule.ownerRole !== undefined;
export const ruleWithOwner = ruleSchema.refine(ownerNamed, {
  message: "is needed where the owner is 'other'",
  path: ['ownerRole'],
});
export type Rule = z.infer<typeof ruleSchema>;

export interface RuleSet {
  /** Changes with every change of a rule; a plan records it. */
  readonly version: string;
  readonly rules: readonly Rule[];
}
