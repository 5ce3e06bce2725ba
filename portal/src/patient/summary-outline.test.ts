import { describe, expect, it } from 'vitest';
import type { Clinical } from '#portal/clinical/clinical.query.ts';
import type { Problem } from '#portal/app/problem.ts';
import type { Section } from '#portal/identity/roles.ts';
import type { ClosedSections } from '#portal/patient/closed-sections.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { identityWords, summaryOutline } from '#portal/patient/summary-outline.ts';

const zone = 'America/Denver';
const now = Date.parse('2026-11-21T20:00:00Z');
const empty = { state: 'NOT_RECORDED' as const, asOf: null, sources: [], items: [] };
const patient: PatientRecord = {
  id: 'p',
  name: 'YELLOWHAIR, Dale',
  familyName: 'YELLOWHAIR',
  givenName: 'Dale',
  birthDate: '1975-07-30',
  age: 51,
  sex: 'MALE',
  mrn: null,
  deceased: false,
  deceasedAt: null,
  telephone: null,
  address: null,
  language: null,
  basis: ['REFERRAL'],
  restrictedInformation: 'Restricted information may exist.',
  source: { name: 'Cancer centre EHR', asOf: null },
};
const clinical: Clinical = { problems: empty, medications: empty, allergies: empty, immunizations: empty };
const outline = (record: PatientRecord, closed: ClosedSections = new Map()) =>
  summaryOutline(record, closed, now, zone);
const linesOf = (record: PatientRecord, title: string, closed?: ClosedSections) =>
  outline(record, closed).find((block) => block.title === title)?.lines;

describe('the outline of the summary', () => {
  it('names two identifiers, and says so when one was not sent', () => {
    expect(identityWords(patient, zone)).toEqual([
      'YELLOWHAIR, Dale',
      'born 30 Jul 1975 (51 y)',
      'male',
      'MRN not recorded',
    ]);
  });

  it('tells "not recorded" from "none known"', () => {
    expect(linesOf({ ...patient, ...clinical }, 'Allergies')?.[0]).toMatch(
      /^Not recorded: .* does not mean that there are none\.$/,
    );
    const none = { ...empty, state: 'NONE_KNOWN' as const };
    expect(linesOf({ ...patient, ...clinical, allergies: none }, 'Allergies')).toEqual([
      'No known allergies: a source states this.',
    ]);
  });

  it('says that a part is missing because of the role, or because it could not be read, and nothing of what is in it', () => {
    const failed = { kind: 'failed' as const, referenceId: 'r', retryAfterSeconds: null, path: [] };
    const closed: ClosedSections = new Map<Section, 'role' | Problem>([
      ['ONCOLOGY', 'role'],
      ['PALLIATIVE', failed],
    ]);
    expect(linesOf(patient, 'Oncology', closed)).toEqual([
      'Not shown: the reader’s role does not read the oncology summary.',
    ]);
    expect(linesOf(patient, 'Palliative care', closed)).toEqual([
      'Not shown: the palliative summary could not be read.',
    ]);
  });

  it('keeps past medicines out of the current ones without calling the list empty', () => {
    const stopped = {
      id: 'm',
      name: 'Ondansetron',
      status: 'completed',
      dose: null,
      reason: null,
      startedOn: null,
      endedOn: null,
      category: null,
      source: patient.source,
    };
    const record = { ...patient, ...clinical, medications: { ...empty, state: 'RECORDED' as const, items: [stopped] } };
    expect(linesOf(record, 'Current medicines')).toEqual(['None current; earlier ones are recorded.']);
  });

  it('ends with each feed once, at its latest, and the sentence about restricted information', () => {
    const source = (asOf: string) => ({ system: 's', name: 'Cancer centre EHR', asOf, receivedAt: asOf, rows: 1 });
    const record = {
      ...patient,
      ...clinical,
      problems: { ...empty, sources: [source('2026-11-20T13:00:00Z')] },
      allergies: { ...empty, sources: [source('2026-11-21T13:10:00Z')] },
    };
    expect(outline(record).at(-1)).toEqual({
      title: 'Sources',
      lines: ['Cancer centre EHR, as of 21 Nov 2026, 06:10 MST', 'Restricted information may exist.'],
    });
  });
});
