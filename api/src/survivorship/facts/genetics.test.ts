import { describe, expect, it } from 'vitest';
import { problem, record, type Rows } from '#test/survivorship/records.ts';
import { geneticFacts } from './genetics.ts';

describe('inherited findings', () => {
  const found = (rows: Rows) => geneticFacts(record(rows)).map(({ text, on }) => [text, on]);

  it('are told with their day, the newest first, problems last', () =>
    expect(
      found({
        oncologyObservations: [
          { display: 'Germline panel', value_text: 'MSH2, pathogenic', effective_at: '2023-01-01T12:00:00Z' },
          { display: 'Germ-line BRCA2', value_text: null, effective_at: '2024-01-01T12:00:00Z' },
          { display: 'Inherited variant', value_text: 'None found' },
          { display: 'Estrogen receptor', value_text: 'Positive', effective_at: '2025-01-01T12:00:00Z' },
        ],
        conditions: [
          problem('Z15.09', 'Susceptibility to cancer', { onset_on: '2022-02-02' }),
          problem('Z84.9', 'Lynch syndrome', { onset_on: '2025-05-05' }),
        ],
      }),
    ).toEqual([
      ['Germ-line BRCA2', '2024-01-01'],
      ['MSH2, pathogenic', '2023-01-01'],
      ['None found', null],
      ['Lynch syndrome', '2025-05-05'],
      ['Susceptibility to cancer', '2022-02-02'],
    ]));

  it('stand on their rows', () => {
    const facts = geneticFacts(
      record({
        oncologyObservations: [{ id: 'panel', display: 'Germline panel' }],
        conditions: [problem('Z15.01', 'BRCA1', { id: 'problem' })],
      }),
    );
    expect(facts.map(({ id, source }) => [id, source?.id])).toEqual([
      ['panel', 'panel'],
      ['problem', 'problem'],
    ]);
  });

  it.each([
    ['Z15.01', 'Susceptibility', {}, 1],
    [null, 'BRCA1 carrier', {}, 1],
    [null, 'Lynch syndrome', {}, 1],
    [null, 'Asthma', {}, 0],
    ['J45.Z15', 'Asthma', {}, 0],
    ['Z80.3', 'Family history of BRCA1 mutation', {}, 0],
    ['Z15.01', 'Susceptibility', { verification_status: 'refuted' }, 0],
    ['Z15.01', 'Susceptibility', { verification_status: 'entered-in-error' }, 0],
    ['Z15.01', 'Susceptibility', { verification_status: 'confirmed' }, 1],
    ['C50.9', 'BRCA1 breast cancer', { category: 'primary-cancer' as const }, 0],
  ])('%s, %s, %j: %i', (code, display, more, count) =>
    expect(found({ conditions: [{ ...problem('', display, more), code }] })).toHaveLength(count),
  );
});
