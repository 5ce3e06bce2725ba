import { describe, expect, it } from 'vitest';
import { composeCopy, copySentences, plainWords } from '#portal/survivorship/copy/compose.ts';
import { languages } from '#portal/survivorship/copy/plain-words.ts';
import { madeUpLine } from '#portal/survivorship/made-up-line.ts';
import type { PlanLine } from '#portal/survivorship/plan.query.ts';
import { englishGrades, spanishEase, spanishSyllables } from '#portal/survivorship/copy/readability.ts';

const { en, es } = plainWords;

describe('each rule in plain English', () => {
  it.each(Object.entries(en.rules))('%s reads at grade 6 or below', (_key, { text }) => {
    const { fleschKincaid, smog, hard } = englishGrades([text]);
    expect(fleschKincaid, 'Flesch-Kincaid').toBeLessThanOrEqual(6);
    expect(smog, `SMOG, because of ${hard.join(', ')}`).toBeLessThanOrEqual(6);
  });
});

describe('each rule in plain Spanish', () => {
  it.each(Object.entries(es.rules))('%s reads at the sixth grade or below', (_key, { text }) => {
    const { fernandezHuerta, inflesz } = spanishEase([text]);
    expect(fernandezHuerta, 'Fernández-Huerta').toBeGreaterThanOrEqual(70);
    expect(inflesz, 'INFLESZ').toBeGreaterThanOrEqual(65);
  });
});

describe('both languages', () => {
  it('say the same rules', () => {
    expect(Object.keys(es.rules)).toEqual(Object.keys(en.rules));
  });

  it.each(languages)('fix no interval and no date in %s: the plan has those, and they can be corrected', (language) => {
    const said = Object.values(plainWords[language].rules).map(({ text }) => text);
    const fixed =
      /\b(every|each|once|twice) (a |an |\d+ |two |three )?(year|month|week)|\bcada (\d+ )?(año|mes)|\b20\d\d\b/i;
    expect(said.filter((text) => fixed.test(text))).toEqual([]);
  });
});

describe('smoking, which is on a plan too where no record tells of it', () => {
  it.each(['screen-lung', 'tobacco'] as const)('%s says "if" in both languages', (key) => {
    const said = languages.map((language) => Object.values(plainWords[language].rules[key] ?? {}).join('. '));
    expect(said[0]).toMatch(/\bif you (have )?smoke/i);
    expect(said[1]).toMatch(/\bsi (usted fuma|ha fumado)/i);
  });
});

describe('a whole copy', () => {
  const line = (key: string): PlanLine =>
    madeUpLine({
      key,
      kind: key.includes('-no-') ? 'ADVISED_AGAINST' : 'SURVEILLANCE',
      title: key,
      owner: key === 'movement-weight' ? 'PATIENT' : 'PRIMARY_CARE',
    });
  const lines = Object.keys(en.rules).map(line);

  it('of every rule at once reads at grade 6 or below', () => {
    const english = englishGrades(copySentences(composeCopy({ state: 'ACTIVE', lines }, 'en'), 'en'));
    expect(english.fleschKincaid).toBeLessThanOrEqual(6);
    expect(english.smog).toBeLessThanOrEqual(6);
    const spanish = spanishEase(copySentences(composeCopy({ state: 'ACTIVE', lines }, 'es'), 'es'));
    expect(spanish.fernandezHuerta).toBeGreaterThanOrEqual(70);
    expect(spanish.inflesz).toBeGreaterThanOrEqual(65);
  });

  it('tells day and owner as the plan has them', () => {
    const { next } = composeCopy({ state: 'ACTIVE', lines: [line('colorectal-cea')] }, 'en');
    expect(next).toMatchObject([{ when: 'Have it by Feb 4, 2027.', who: 'your main doctor' }]);
    const { next: siguiente } = composeCopy({ state: 'ACTIVE', lines: [line('colorectal-cea')] }, 'es');
    expect(siguiente).toMatchObject([{ when: 'Le toca antes del 4 feb 2027.', who: 'su médico de casa' }]);
  });

  it('leaves out what was declined or does not apply', () => {
    const declined = { ...line('colorectal-cea'), state: 'DECLINED' } as const;
    const copy = composeCopy({ state: 'ACTIVE', lines: [declined] }, 'en');
    expect([...copy.next, ...copy.self, ...copy.not, ...copy.other]).toEqual([]);
  });

  it('names what no plain words are kept for instead of dropping it', () => {
    const own = { ...line('centre-own-rule'), title: 'Audiogram' };
    expect(composeCopy({ state: 'ACTIVE', lines: [own] }, 'en').other).toEqual(['Audiogram']);
  });

  it('gives no dates while the plan is on hold', () => {
    const copy = composeCopy({ state: 'SUSPENDED', lines }, 'en');
    expect(copySentences(copy, 'en').join(' ')).not.toMatch(/\d{4}/);
    expect(copySentences(copy, 'en')).toContain(en.frame.onHold);
  });
});

describe('counting', () => {
  it.each([
    ['sangre', 2],
    ['médico', 3],
    ['guía', 2],
    ['que', 1],
    ['seguir', 2],
    ['cuidar', 2],
    ['aéreo', 4],
    ['oír', 2],
    ['hay', 1],
    ['yo', 1],
    ['averigüe', 4],
    ['también', 2],
  ])('counts the Spanish syllables of %s', (word, count) => expect(spanishSyllables(word)).toBe(count));

  it('grades a guideline’s own sentence far above 6', () => {
    const { fleschKincaid, smog } = englishGrades([
      'Surveillance recommendations include carcinoembryonic antigen measurement and computed tomography of the abdomen at appropriate intervals.',
    ]);
    expect(fleschKincaid).toBeGreaterThan(12);
    expect(smog).toBeGreaterThan(12);
  });
});
