import { describe, expect, it } from 'vitest';
import { beam, cancer, drug } from '#test/survivorship/people.ts';
import { SUBSTANCES } from './data/drugs.ts';
import {
  wordsOfCancer,
  wordsOfMedicine,
  wordsOfRadiation,
  wordsOfSurgery,
  wordsOfTransplant,
} from './patient-words.ts';

const both = ({ en, es }: { en: string; es: string }) => [en, es];

describe('what a patient had, in English and Spanish', () => {
  it('every substance that rules and facts know has a Spanish name', () => {
    for (const substance of SUBSTANCES) expect(wordsOfMedicine({ substance }).es, substance).not.toMatch(/^medicina:/);
  });

  it.each([
    [wordsOfMedicine(drug('cisplatin')), ['cisplatin', 'cisplatino']],
    [wordsOfMedicine(drug('nutmeg')), ['medicine: nutmeg', 'medicina: nutmeg']],
    [wordsOfCancer(cancer('breast')), ['breast cancer, stage II', 'cáncer de seno, etapa II']],
    [wordsOfCancer(cancer('lung', { stage: null })), ['lung cancer', 'cáncer de pulmón']],
    [wordsOfCancer(cancer('other', { text: 'Thymoma' })), ['cancer: Thymoma', 'cáncer: Thymoma']],
    [
      wordsOfSurgery({ text: 'Bilateral mastectomy with sentinel node biopsy' }),
      ['surgery to take out both breasts', 'cirugía para quitar los dos senos'],
    ],
    [
      wordsOfSurgery({ text: 'Partial mastectomy' }),
      ['surgery to take out part of the breast', 'cirugía para quitar parte del seno'],
    ],
    [
      wordsOfSurgery({ text: 'Right hemicolectomy' }),
      ['surgery to take out part of the bowel', 'cirugía para quitar parte del intestino'],
    ],
    [wordsOfSurgery({ text: 'Whipple procedure' }), ['operation: Whipple procedure', 'operación: Whipple procedure']],
    [wordsOfRadiation(beam('Mediastinum', 30, null)), ['radiation to the chest', 'radiación: pecho']],
    [wordsOfRadiation(beam('Left thumb', 30, null)), ['radiation: Left thumb', 'radiación: Left thumb']],
    [wordsOfTransplant({ text: 'Autologous' }), ['transplant: Autologous', 'trasplante: Autologous']],
  ])('%o', (words, said) => expect(both(words)).toEqual(said));

  it('names the version of its terms', () =>
    expect(wordsOfMedicine(drug('cisplatin')).terms).toMatch(/^portage terms /));
});
