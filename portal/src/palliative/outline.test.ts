import { expect, it } from 'vitest';
import { palliativeOutline } from '#portal/palliative/outline.ts';
import type { Palliative, SymptomSeries } from '#portal/palliative/palliative.query.ts';

const zone = 'America/Denver';
const nothing: Palliative = {
  asOf: null,
  state: 'RECORDED',
  sources: [],
  involved: 'INVOLVED',
  involvedSince: '2026-06-23',
  team: [],
  contact24x7: null,
  careGoals: [],
  codeStatus: null,
  advanceDirectives: [],
  surpriseReview: null,
  stage: null,
  symptomScores: [],
  performanceStatus: null,
  anticipatoryMedicines: [],
  carer: null,
  preferences: [],
};
const score = (name: string, value: number, at: string): SymptomSeries => {
  const latest = { id: name, at, value, text: String(value) };
  return {
    instrument: 'ESAS',
    item: name,
    name,
    max: 10,
    severity: 'SEVERE',
    trend: 'STEADY',
    points: [latest],
    latest,
  };
};
const linesOf = (palliative: Palliative): readonly string[] => palliativeOutline(palliative, zone)[0]?.lines ?? [];

it('says that nothing was sent, which is not that palliative care is not involved', () => {
  expect(linesOf({ ...nothing, state: 'NOT_RECORDED' })).toEqual(['Not recorded.']);
});

it('names in one line what was not recorded, and nothing that was', () => {
  const lines = linesOf({
    ...nothing,
    codeStatus: { text: 'Do not attempt resuscitation', asOf: null, source: { name: 'EHR' } },
  });
  expect(lines[0]).toBe('Palliative care team is involved, since 23 Jun 2026.');
  expect(lines).toContain('Code status: Do not attempt resuscitation');
  expect(lines.at(-1)).toMatch(/^Not recorded: advance directives, .*carer, team, symptoms\.$/);
  expect(lines.at(-1)).not.toContain('code status');
});

it('groups symptom scores by assessment', () => {
  const symptomScores = [
    score('Pain', 7, '2026-11-18T16:00:00Z'),
    score('Nausea', 8, '2026-11-18T16:00:00Z'),
    score('Anxiety', 9, '2026-10-01T16:00:00Z'),
  ];
  expect(linesOf({ ...nothing, symptomScores })).toEqual(
    expect.arrayContaining([
      'Symptoms, ESAS 18 Nov 2026: Pain 7 of 10, severe; Nausea 8 of 10, severe',
      'Symptoms, ESAS 1 Oct 2026: Anxiety 9 of 10, severe',
    ]),
  );
});

it('names the line that answers day and night once, and then the others', () => {
  const line = { name: 'Palliative care line', role: 'Line', organization: null, telephone: '1', aroundTheClock: true };
  const physician = {
    id: 'b',
    name: 'Dr Achterberg',
    role: 'Physician',
    organization: null,
    telephone: '2',
    aroundTheClock: false,
  };
  const lines = linesOf({
    ...nothing,
    contact24x7: line,
    team: [{ id: 'a', ...line }, physician],
  });
  expect(lines).toContain('Palliative care line, Line: 1 (24/7)');
  expect(lines).toContain('Team: Dr Achterberg, Physician, 2');
});
