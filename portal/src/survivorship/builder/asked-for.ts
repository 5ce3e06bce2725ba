/** In what form a missing fact is said. */
export type AskedFor =
  | { kind: 'day' | 'words' }
  | { kind: 'dose'; unit: string }
  | { kind: 'choice'; choices: readonly string[] };

/** Doses are numbers in the one unit that adds up, days are days; everything else is words. */
export function askedFor(key: string): AskedFor {
  if (/^(end-of-treatment|diagnosed-on|planned-end:)/.test(key)) return { kind: 'day' };
  if (key === 'intent') return { kind: 'choice', choices: ['curative', 'palliative'] };
  if (key === 'smoking') return { kind: 'choice', choices: ['has smoked', 'never smoked'] };
  if (key.startsWith('marker:')) return { kind: 'choice', choices: ['positive', 'negative'] };
  if (key.startsWith('dose:')) return { kind: 'dose', unit: 'mg/m²' };
  if (key.startsWith('radiation:')) return { kind: 'dose', unit: 'Gy' };
  return { kind: 'words' };
}
