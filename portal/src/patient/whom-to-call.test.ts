import { expect, it } from 'vitest';
import type { Contact, Oncology } from '#portal/oncology/oncology.query.ts';
import type { Palliative } from '#portal/palliative/palliative.query.ts';
import type { CareTeam, PatientRecord } from '#portal/patient/patient.query.ts';
import { whomToCall } from '#portal/patient/whom-to-call.ts';

const contact = (name: string, telephone: string, aroundTheClock: boolean): Contact => ({
  name,
  telephone,
  aroundTheClock,
  role: 'Nurse line',
  organization: null,
});
const record = (
  oncology: Contact[] | null,
  line: Contact | null,
  team: (Contact | (Omit<Contact, 'telephone'> & { telephone: null }))[],
  phase: Oncology['phase'] = 'ACTIVE_TREATMENT',
): PatientRecord =>
  ({
    oncology: oncology && ({ contacts: oncology, phase } as Partial<Oncology>),
    palliative: { contact24x7: line } as Partial<Palliative>,
    careTeam: { members: team } as Partial<CareTeam>,
  }) as PatientRecord;
const names = (patient: PatientRecord): string[] => whomToCall(patient).map(({ name }) => name);

const nurses = contact('Oncology nurse line', '1', true);
const physician = contact('Dr Falk', '2', false);
const hospice = contact('Hospice nurse line', '3', true);

it('puts the lines that answer at any hour first', () => {
  expect(names(record([physician, nurses], null, []))).toEqual(['Oncology nurse line', 'Dr Falk']);
});

it('finds a line day and night when there is no oncology contact, or no oncology summary', () => {
  expect(names(record([], null, [physician, hospice]))).toEqual(['Hospice nurse line']);
  expect(names(record(null, hospice, []))).toEqual(['Hospice nurse line']);
});

it('names each number once and none that cannot be called', () => {
  expect(
    names(record([nurses], hospice, [nurses, hospice, { ...nurses, name: 'No number', telephone: null }])),
  ).toEqual(['Oncology nurse line', 'Hospice nurse line']);
});

it.each(['PALLIATIVE', 'HOSPICE'] as const)('puts the palliative line before oncology in the phase %s', (phase) => {
  expect(names(record([nurses, physician], hospice, [], phase))).toEqual([
    'Hospice nurse line',
    'Oncology nurse line',
    'Dr Falk',
  ]);
});

it('puts oncology before the palliative line while the cancer is treated', () => {
  expect(names(record([nurses], hospice, [], 'ADVANCED'))).toEqual(['Oncology nurse line', 'Hospice nurse line']);
});
