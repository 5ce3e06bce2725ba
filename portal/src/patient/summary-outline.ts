import type { Section } from '#portal/identity/roles.ts';
import { sectionWords } from '#portal/identity/roles.ts';
import { clinicalOutline } from '#portal/clinical/outline.ts';
import { hasClinical, type ClosedSections } from '#portal/patient/closed-sections.ts';
import { contactWords, oncologyOutline } from '#portal/oncology/outline.ts';
import { palliativeOutline } from '#portal/palliative/outline.ts';
import type { OutlineBlock } from '#portal/patient/outline.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import type { SourceFacts } from '#portal/patient/source.query.ts';
import { distinctSources, sourceWords } from '#portal/patient/source-words.ts';
import { whomToCall } from '#portal/patient/whom-to-call.ts';
import type { Referrals } from '#portal/referral/referral.query.ts';
import { referralDetails } from '#portal/referral/words.ts';
import { bornWords, dayWords } from '#portal/ui/dates.ts';
import { sexWords } from '#portal/ui/words.ts';

/** Two identifiers and what goes with them, in the order of the banner. */
export function identityWords(patient: PatientRecord, timeZone: string): string[] {
  return [
    patient.name,
    `born ${bornWords(patient)}`,
    sexWords[patient.sex],
    `MRN ${patient.mrn ?? 'not recorded'}`,
    ...(patient.deceased
      ? [patient.deceasedAt ? `died ${dayWords(patient.deceasedAt, timeZone)}` : 'has died, date not recorded']
      : []),
  ];
}

export function sourcesOf(patient: PatientRecord): SourceFacts[] {
  const { oncology, palliative } = patient;
  const clinical = hasClinical(patient) ? [patient.problems, patient.medications, patient.allergies] : [];
  return distinctSources([oncology, palliative, ...clinical].flatMap((section) => section?.sources ?? []));
}

/** The whole summary. A part that is not shown says so: its absence from the paper must not read as "nothing there". */
export function summaryOutline(
  patient: PatientRecord,
  closed: ClosedSections,
  now: number,
  timeZone: string,
): OutlineBlock[] {
  const sources = sourcesOf(patient);
  const contacts = whomToCall(patient);
  return [
    { title: 'Whom to call', lines: contacts.length ? contacts.map(contactWords) : ['Not recorded.'] },
    ...(patient.oncology
      ? oncologyOutline(patient.oncology, now, timeZone)
      : [missing('ONCOLOGY', 'Oncology', closed)]),
    ...(patient.referrals ? [referrals(patient.referrals, now, timeZone)] : []),
    ...(patient.palliative
      ? palliativeOutline(patient.palliative, timeZone)
      : [missing('PALLIATIVE', 'Palliative care', closed)]),
    ...(hasClinical(patient)
      ? clinicalOutline(patient)
      : [missing('CLINICAL', 'Problems, medicines, allergies', closed)]),
    {
      title: 'Sources',
      lines: [
        ...(sources.length ? sources.map((source) => sourceWords(source, timeZone)) : ['Not recorded.']),
        patient.restrictedInformation,
      ],
    },
  ];
}

function referrals({ items }: Referrals, now: number, timeZone: string): OutlineBlock {
  const lines = items.map((item) => `${item.text}: ${referralDetails(item, now, timeZone).join(', ')}`);
  return { title: 'Referrals and appointments', lines: lines.length ? lines : ['Not recorded.'] };
}

function missing(section: Section, title: string, closed: ClosedSections): OutlineBlock {
  const why = closed.get(section);
  const line =
    why === 'role'
      ? `Not shown: the reader’s role does not read ${sectionWords[section]}.`
      : `Not shown: ${sectionWords[section]} could not be read.`;
  return { title, lines: [line] };
}
