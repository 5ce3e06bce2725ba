import type { RecordRows } from '#api/chart/index.ts';
import { treatmentsOf } from '#api/oncology/index.ts';
import { dayInWords, daysBetween, type Day } from '../calendar.ts';
import { isLongTerm } from '../data/drugs.ts';
import { MARKERS } from './cancers.ts';
import type { Course } from './course.ts';
import type {
  CancerFact,
  ContactFact,
  MissingFact,
  OngoingFact,
  RadiationFact,
  RecordFault,
  SystemicFact,
} from './facts.ts';

interface Found {
  readonly diagnoses: readonly CancerFact[];
  readonly systemic: readonly SystemicFact[];
  readonly radiation: readonly RadiationFact[];
  readonly ongoing: readonly OngoingFact[];
  readonly contacts: readonly ContactFact[];
  readonly smoked: boolean | null;
  readonly course: Omit<Course, 'faults'>;
}

const missing = (key: string, what: string, why: string): MissingFact => ({ key, what, why });

const MARKER_NAMES: Readonly<Record<string, string>> = {
  'marker:er': 'Estrogen receptor',
  'marker:pr': 'Progesterone receptor',
  'marker:her2': 'HER2',
};

/** What a plan should say and the record does not, each by a key under which a person can fill it in. */
export function missingFacts(found: Found): MissingFact[] {
  const { diagnoses, systemic, radiation, ongoing, contacts, course } = found;
  const primaries = diagnoses.filter(({ secondary }) => !secondary);
  return [
    ...(primaries.length === 0 ? [missing('diagnosis', 'Diagnosis', 'No primary cancer is recorded.')] : []),
    ...primaries.flatMap((cancer) =>
      primaries.length === 1 ? missingOf(cancer) : missingOf(cancer).map((fact) => ofCancer(cancer, fact)),
    ),
    ...(course.intent === null ? [missing('intent', 'Intent of treatment', 'No treatment says its intent.')] : []),
    ...(course.endOfTreatment === null
      ? [missing('end-of-treatment', 'End of treatment', course.noEndBecause ?? 'It is not recorded.')]
      : []),
    ...systemic.flatMap(({ substance, groups, cumulative }) =>
      cumulative === null && groups.some((group) => group === 'anthracycline' || group === 'platinum')
        ? [
            missing(
              `dose:${substance}`,
              `Cumulative dose of ${substance}`,
              'No doses that can be added up are recorded.',
            ),
          ]
        : [],
    ),
    ...radiation.flatMap(({ id, site, doseGy }) =>
      doseGy === null
        ? [missing(`radiation:${id}`, `Radiation dose, ${site}`, 'The course is recorded without a dose.')]
        : [],
    ),
    ...ongoing.flatMap(({ substance, plannedEnd }) =>
      plannedEnd === null && isLongTerm(substance)
        ? [missing(`planned-end:${substance}`, `Planned end of ${substance}`, 'It is taken now, with no end recorded.')]
        : [],
    ),
    ...(found.smoked === null
      ? [missing('smoking', 'Smoking', 'Nobody recorded whether the patient ever smoked.')]
      : []),
    ...['oncology', 'primary-care'].flatMap((team) =>
      contacts.some((contact) => contact.team === team)
        ? []
        : [missing(`contact:${team}`, `Contact, ${team.replace('-', ' ')}`, 'The care team names nobody.')],
    ),
  ];
}

/** With several primary cancers the key and the words say of which. */
const ofCancer = (cancer: CancerFact, { key, what, why }: MissingFact): MissingFact =>
  missing(`${key}:${cancer.id}`, `${what} (${cancer.text})`, why);

function missingOf(cancer: CancerFact): MissingFact[] {
  const of = `of ${cancer.site.toLowerCase()}`;
  return [
    ...(cancer.stageText === null ? [missing('stage', `Stage ${of}`, 'No stage is recorded.')] : []),
    ...(cancer.histology === null ? [missing('histology', `Histology ${of}`, 'No histology is recorded.')] : []),
    ...(cancer.on === null ? [missing('diagnosed-on', `Day of diagnosis ${of}`, 'No date is recorded.')] : []),
    ...(cancer.cancer === 'breast'
      ? [...MARKERS]
          .filter(([, form]) => !cancer.biomarkers.some(({ text }) => form.test(text)))
          .map(([key]) => missing(key, MARKER_NAMES[key] ?? key, 'No result is recorded.'))
      : []),
  ];
}

/** One cancer written down twice: of one site and side, within a month, and not each with a stage of its own. */
const isSame = (a: CancerFact, b: CancerFact): boolean =>
  a.site === b.site &&
  (a.stageText === null || b.stageText === null) &&
  (a.side === null || b.side === null || a.side === b.side) &&
  (a.on === null || b.on === null || Math.abs(daysBetween(a.on, b.on)) <= BEFORE_DIAGNOSIS_DAYS);

/** Treatments may begin while the diagnosis is still being written down. */
const BEFORE_DIAGNOSIS_DAYS = 31;

/** Dates that cannot be so, and two cancers at once. */
export function recordFaults(record: RecordRows, diagnoses: readonly CancerFact[], today: Day): RecordFault[] {
  const { birth_date: born, deceased_at: died } = record.patient;
  const primaries = diagnoses.filter(({ secondary }) => !secondary);
  const first = primaries
    .flatMap(({ on }) => on ?? [])
    .toSorted()
    .at(0);
  const faults: RecordFault[] = [];
  const contradiction = (text: string, rowId: string, kind: RecordFault['kind'] = 'contradictory-dates') =>
    faults.push({ kind, text, rowId });
  if (primaries.length === 0)
    faults.push({
      kind: 'no-diagnosis',
      text: 'No primary cancer is recorded, so nothing is planned for one.',
      rowId: null,
    });
  const apart = primaries.filter((cancer, index) => !primaries.slice(0, index).some((one) => isSame(one, cancer)));
  if (apart.length > 1)
    faults.push({
      kind: 'two-primaries',
      text: `${apart.length} primary cancers are recorded: ${apart.map(({ text }) => text).join('; ')}. Follow-up is planned for each; which treatment was for which, a person must say.`,
      rowId: null,
    });
  for (const { id, on, text } of primaries) {
    if (on !== null && born !== null && on < born)
      contradiction(`${text} is dated before the birth of the patient.`, id);
    if (on !== null && on > today) contradiction(`${text} is dated after today.`, id, 'date-to-come');
  }
  for (const { id, name, status, startedOn, endedOn } of treatmentsOf(record, today)) {
    if (startedOn !== null && endedOn !== null && endedOn < startedOn)
      contradiction(`${name} ends (${dayInWords(endedOn)}) before it begins (${dayInWords(startedOn)}).`, id);
    if (startedOn !== null && first !== undefined && daysBetween(startedOn, first) > BEFORE_DIAGNOSIS_DAYS)
      contradiction(`${name} begins (${dayInWords(startedOn)}) before the diagnosis (${dayInWords(first)}).`, id);
    if (startedOn !== null && died !== null && startedOn > died.slice(0, 10))
      contradiction(`${name} begins (${dayInWords(startedOn)}) after the death of the patient.`, id);
    const over = endedOn ?? startedOn;
    if (['completed', 'stopped'].includes(status) && over !== null && over > today)
      contradiction(`${name} is recorded as over, on a day to come (${dayInWords(over)}).`, id, 'date-to-come');
  }
  return faults;
}
