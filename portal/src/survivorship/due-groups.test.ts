import { expect, it } from 'vitest';
import type { DueRow } from '#portal/survivorship/due.query.ts';
import { byPatient } from '#portal/survivorship/due-groups.ts';

const row = (id: string, patientId: string): DueRow => ({
  id,
  patient: { id: patientId, name: patientId.toUpperCase(), birthDate: null, mrn: null },
  title: 'CEA',
  owner: 'PRIMARY_CARE',
  dueOn: '2026-11-04',
  lastDone: null,
  neverRecorded: false,
  state: 'OVERDUE',
  response: 'NONE',
  responseWords: null,
  mayRespond: true,
});

it('names each patient once, in the order of what is due first, and loses no row', () => {
  const groups = byPatient([row('1', 'moore'), row('2', 'abel'), row('3', 'moore')]);
  expect(groups.map(({ patient, rows }) => [patient.id, rows.map(({ id }) => id)])).toEqual([
    ['moore', ['1', '3']],
    ['abel', ['2']],
  ]);
});
