import { describe, expect, it } from 'vitest';
import { phaseOf, type PhaseFacts } from './phase.ts';

const alive: PhaseFacts = {
  deceased: false,
  hospice: false,
  palliativeTeam: false,
  hasCancer: true,
  metastatic: false,
  treatments: [],
  today: '2026-11-22',
};
const operation = {
  kind: 'surgery',
  name: 'Right hemicolectomy',
  startedOn: '2025-02-03',
  endedOn: '2025-02-03',
  status: 'completed',
} as const;
const running = {
  kind: 'systemic',
  name: 'mFOLFOX6',
  startedOn: '2026-09-01',
  endedOn: null,
  status: 'under way',
} as const;
const finished = { ...running, startedOn: '2025-03-10', endedOn: '2025-09-01', status: 'completed' } as const;

describe('where a patient is in the course of the cancer', () => {
  it.each<[story: string, facts: Partial<PhaseFacts>, phase: string]>([
    ['nothing but a diagnosis', {}, 'diagnosis'],
    ['chemotherapy is running', { treatments: [running, operation] }, 'active-treatment'],
    ['an operation alone ends the same day', { treatments: [{ ...operation, status: 'under way' }] }, 'diagnosis'],
    ['operated and treated', { treatments: [finished, operation] }, 'surveillance'],
    [
      'a course that has not begun is not running',
      { treatments: [{ ...running, startedOn: '2026-12-01' }, operation] },
      'surveillance',
    ],
    ['metastatic, on treatment', { metastatic: true, treatments: [running] }, 'advanced'],
    [
      'metastatic, on treatment, palliative team alongside',
      { metastatic: true, palliativeTeam: true, treatments: [running] },
      'advanced',
    ],
    [
      'metastatic, treatment ended, palliative team involved',
      { metastatic: true, palliativeTeam: true, treatments: [finished] },
      'palliative',
    ],
    [
      'treated, palliative team involved, nothing running',
      { palliativeTeam: true, treatments: [finished] },
      'palliative',
    ],
    ['curable, palliative team for symptoms', { palliativeTeam: true, treatments: [running] }, 'active-treatment'],
    ['in hospice', { metastatic: true, hospice: true, palliativeTeam: true }, 'hospice'],
    ['dead, whatever else still says active', { deceased: true, treatments: [running] }, 'deceased'],
    ['no cancer recorded', { hasCancer: false }, 'not-recorded'],
  ])('%s', (_story, facts, phase) => {
    expect(phaseOf({ ...alive, ...facts }).phase).toBe(phase);
  });

  it('names the fact that decided', () => {
    expect(phaseOf({ ...alive, treatments: [running] }).reason).toBe('mFOLFOX6 is under way.');
    expect(phaseOf({ ...alive, treatments: [finished] }).reason).toBe(
      'The last recorded treatment ended on 1 Sep 2025.',
    );
  });
});
