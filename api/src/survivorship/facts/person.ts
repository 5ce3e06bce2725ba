import { currentMembers, type MemberRow } from '#api/care-team/index.ts';
import { newestFirst, sourceOf, type ChartRow, type RecordRows } from '#api/chart/index.ts';
import type { Day } from '../calendar.ts';
import type { Comorbidity } from '../rule.ts';
import { emptyFact, isWithdrawn } from './cancers.ts';
import type { ComorbidityFact, ContactFact, Fact, FilledFact } from './facts.ts';

const isOpen = (row: ChartRow<'conditions'>) =>
  row.category === 'problem' &&
  !row.states_none &&
  !isWithdrawn(row) &&
  !['resolved', 'inactive', 'remission'].includes(row.clinical_status ?? '') &&
  row.abated_on === null;

/** ICD-10-CM (public domain) and words; from memory, for the centre to review. */
const COMORBIDITY: readonly [Comorbidity, RegExp, RegExp][] = [
  ['diabetes', /^E(08|09|10|11|13)/, /\bdiabetes\b(?! insipidus)/],
  ['hypertension', /^I1[0-3]/, /hypertensi(on|ve)(?!.*(pulmonary|portal|ocular))/],
  ['hyperlipidaemia', /^E78[.0-5]/, /hyperlipid|hypercholest|dyslipid/],
  ['osteoporosis', /^M8[01]/, /osteoporosis/],
];
const NOT_ONE = /prediabet|risk|family|history of|pulmonary hypert|portal hypert|ocular hypert/;

export const comorbidityFacts = (record: RecordRows): ComorbidityFact[] =>
  COMORBIDITY.flatMap(([comorbidity, code, words]) => {
    const row = record
      .rows('conditions')
      .filter(isOpen)
      .find((one) => {
        const display = one.display.toLowerCase();
        return code.test(one.code ?? '') || (words.test(display) && !NOT_ONE.test(display));
      });
    return row === undefined
      ? []
      : [
          {
            ...emptyFact(row.id),
            comorbidity,
            text: row.display,
            on: row.onset_on,
            source: sourceOf(record, row),
          },
        ];
  });

/** Codes of what cancer treatment leaves behind (ICD-10-CM, public domain), and the words of it. From memory. */
const TOXICITY_CODE =
  /^(G62\.0|I97\.2|T45\.1|E03\.2|I42\.7|H91\.0|K52\.[01]|K62\.7|N30\.4|J70\.[0-4]|L58|G62\.82|E89|N99|D61\.810|D70\.1)/;
const TOXICITY_WORDS =
  /due to (chemo|radi|immuno|treatment|[a-z]*(platin|taxel|mab|rubicin|mycin|cristine))|(chemotherapy|radiation|treatment)[- ](induced|related)|post-?(mastectomy|radiation)|lymph(o)?edema|after (chemotherapy|radiation|radiotherapy)|radiation (proctitis|cystitis|pneumonitis|enteritis)/;

export const toxicityFacts = (record: RecordRows): Fact[] =>
  record
    .rows('conditions')
    .filter(
      (row) => isOpen(row) && (TOXICITY_CODE.test(row.code ?? '') || TOXICITY_WORDS.test(row.display.toLowerCase())),
    )
    .toSorted(newestFirst((row) => row.onset_on))
    .map((row) => ({ ...emptyFact(row.id), text: row.display, on: row.onset_on, source: sourceOf(record, row) }));

const SMOKING_STATUS = '72166-2';
const ABOUT_SMOKING = /smok|tobacco/i;
const NOT_OWN_SMOKE = /smokeless|chew|second-?hand|passive/i;
/** Whether the patient ever smoked stays open after "Non-smoker" and "Unknown if ever smoked". */
const LEAVES_OPEN = /\bno\b|denies|(non|not)[- ]?smok|^(?!smoker).*unknown/;

/** The answers of a person whether the patient ever smoked. */
export const SMOKING_SAID = ['has smoked', 'never smoked'];

/** Whether the patient ever smoked, as the newest row that tells it, or a person where none does. Null: nobody said. */
export function smoked(record: RecordRows, filled: readonly FilledFact[]): boolean | null {
  const told = record
    .rows('socialHistory')
    .filter(
      ({ code, display }) => code === SMOKING_STATUS || (ABOUT_SMOKING.test(display) && !NOT_OWN_SMOKE.test(display)),
    )
    .toSorted(newestFirst((row) => row.effective_at))
    .map((row) => everSmoked(row.value_text?.toLowerCase() ?? ''));
  const said = filled.find(({ key }) => key === 'smoking')?.text;
  return told.find((answer) => answer !== null) ?? (said === undefined ? null : said === SMOKING_SAID[0]);
}

function everSmoked(words: string): boolean | null {
  if (/never/.test(words)) return false;
  if (LEAVES_OPEN.test(words)) return null;
  return /smok|current|former|ex-|tobacco/.test(words) ? true : null;
}

/** Whom to call. Who is recorded several times, as general practitioner and on a team, is one, in all their roles. */
export function contactFacts(record: RecordRows, filled: readonly FilledFact[], today: Day): ContactFact[] {
  const recorded = sameTogether(currentMembers(record, today)).map((rows) => contactOf(record, rows));
  const said = filled.flatMap((fact) => {
    const team = /^contact:(.+)$/.exec(fact.key)?.[1];
    return team === undefined || recorded.some((contact) => contact.team === team) ? [] : [saidContact(fact, team)];
  });
  return [...recorded, ...said];
}

function contactOf(record: RecordRows, rows: readonly [MemberRow, ...MemberRow[]]): ContactFact {
  const [first] = rows;
  const roles = new Set(rows.map(({ role }) => role).filter((role) => !isSameText(role, first.name)));
  const role = roles.size === 0 ? null : [...roles].join(', ');
  const [telephone = null] = rows.flatMap((row) => row.telephone ?? []);
  const [organization] = rows.flatMap((row) => row.organization_name ?? []);
  return {
    ...emptyFact(first.id),
    text: [first.name, role, organization, telephone].filter(Boolean).join(', '),
    source: sourceOf(record, first),
    name: first.name,
    role,
    team: rows.find(({ team }) => team !== null)?.team ?? null,
    telephone,
  };
}

const TELEPHONE = /\+?\(?\d[\d ().-]{5,}\d/;

/** "Dr. Ann Yazzie, 505-555-0100": a name and a number, if there is one. */
function saidContact({ key, text, by }: FilledFact, team: string): ContactFact {
  const telephone = TELEPHONE.exec(text)?.[0] ?? null;
  const name = telephone === null ? text : text.replace(telephone, '').replace(/[\s,;:]+$/, '');
  return { ...emptyFact(key), text, filledInBy: by, name: name || text, role: null, team, telephone };
}

function sameTogether(members: readonly MemberRow[]): [MemberRow, ...MemberRow[]][] {
  const contacts: [MemberRow, ...MemberRow[]][] = [];
  for (const member of members) {
    const known = contacts.find((rows) => rows.every((row) => isSameContact(row, member)));
    if (known === undefined) contacts.push([member]);
    else known.push(member);
  }
  return contacts;
}

/** Of one name, and nothing that both rows tell is told otherwise. */
const isSameContact = (a: MemberRow, b: MemberRow): boolean =>
  isSameText(a.name, b.name) &&
  isNotOtherwise(a.telephone, b.telephone) &&
  isNotOtherwise(a.organization_name, b.organization_name) &&
  isNotOtherwise(a.team, b.team);
const isNotOtherwise = (a: string | null, b: string | null) => a === null || b === null || isSameText(a, b);
const isSameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
