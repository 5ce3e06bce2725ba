import { foldName } from '#api/record/index.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What a person typed into the patient finder: a birth date, or words of a name or record number. */
export type PatientSearch = { readonly birthDate: string } | { readonly words: readonly string[] };

/** More words than any name has; the rest only narrows what is narrow already. */
const MOST_WORDS = 6;

/** Reads a search text. Dates as 1961-03-12, 12 Mar 1961 or (month first, as in the United States) 3/12/1961. */
export function readSearch(text: string): PatientSearch {
  const birthDate = readDate(text.trim());
  if (birthDate !== undefined) return { birthDate };
  return {
    words: foldName(text)
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .slice(0, MOST_WORDS),
  };
}

function readDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const american = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (american) return dateOf(american[3], american[1], american[2]);
  const words = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i.exec(text);
  if (words) return dateOf(words[3], String(MONTHS.indexOf((words[2] ?? '').toLowerCase()) + 1), words[1]);
  return undefined;
}

function dateOf(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}
