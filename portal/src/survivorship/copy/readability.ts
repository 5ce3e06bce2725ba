// How hard a text is to read, by published formulas. Headings and sentences alike are counted as sentences.
import { fleschKincaid } from 'flesch-kincaid';
import { smogFormula } from 'smog-formula';
import { syllable } from 'syllable';

/** Said letter by letter, so each letter is a syllable; those said as words are not listed as such. */
const SAID_AS_WORDS = ['PET', 'COVID'];

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

/** Words with a letter in them; figures are not words. */
const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.filter((word) => /\p{L}/u.test(word)) ?? [];

const isLetters = (word: string) => /^[A-Z][A-Z0-9]+$/.test(word) && !SAID_AS_WORDS.includes(word);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export interface EnglishGrades {
  /** US school grade by Flesch and Kincaid (1975). */
  readonly fleschKincaid: number;
  /** US school grade by SMOG (McLaughlin 1969). */
  readonly smog: number;
  /** Words of three syllables or more. */
  readonly hard: readonly string[];
}

export function englishGrades(texts: readonly string[]): EnglishGrades {
  const sentence = sum(texts.map((text) => sentencesOf(text).length));
  const words = texts.flatMap(wordsOf);
  const counted = words.map((word) => (isLetters(word) ? word.length : syllable(word)));
  const hard = words.filter((_word, index) => (counted[index] ?? 0) >= 3);
  return {
    fleschKincaid: fleschKincaid({ sentence, word: words.length, syllable: sum(counted) }),
    smog: smogFormula({ sentence, polysillabicWord: hard.length }),
    hard,
  };
}

const STRONG = 'aeoáéó';
const ACCENTED_WEAK = 'íú';
const VOWELS = /[aeiouáéíóúü]+/g;

/** Syllables of a Spanish word: a group of vowels is one, unless two strong ones or an accented weak one part it. */
export function spanishSyllables(word: string): number {
  const plain = word
    .toLowerCase()
    .replaceAll(/qu(?=[eiéí])/g, 'q')
    .replaceAll(/gu(?=[eiéí])/g, 'g')
    .replaceAll(/y(?![aeiouáéíóú])/g, 'i');
  const groups = plain.match(VOWELS) ?? [];
  return Math.max(
    1,
    sum(
      groups.map((group) =>
        sum(
          [...group].map((vowel, index) => {
            const before = group[index - 1];
            if (before === undefined) return 1;
            const parted =
              (STRONG.includes(vowel) && STRONG.includes(before)) ||
              ACCENTED_WEAK.includes(vowel) ||
              ACCENTED_WEAK.includes(before);
            return parted ? 1 : 0;
          }),
        ),
      ),
    ),
  );
}

export interface SpanishEase {
  /** Fernández Huerta (1959), as corrected by Law (2011): 70 and more is the sixth grade or below. */
  readonly fernandezHuerta: number;
  /** Szigriszt-Pazos (1992) on the INFLESZ scale of Barrio-Cantalejo (2008): 65 and more is primary school. */
  readonly inflesz: number;
}

export function spanishEase(texts: readonly string[]): SpanishEase {
  const sentences = sum(texts.map((text) => sentencesOf(text).length));
  const words = texts.flatMap(wordsOf);
  const perWord = sum(words.map((word) => (isLetters(word) ? word.length : spanishSyllables(word)))) / words.length;
  const perSentence = words.length / sentences;
  return {
    fernandezHuerta: 206.84 - 60 * perWord - 1.02 * perSentence,
    inflesz: 206.835 - 62.3 * perWord - perSentence,
  };
}
