import type { Owner } from '#portal/survivorship/plan.query.ts';
import { ownerWords } from '#portal/survivorship/words.ts';
import { dateWords } from '#portal/ui/dates.ts';

const fieldWords: Readonly<Record<string, string>> = {
  what: 'words',
  owner: 'owner',
  interval: 'how often',
  firstDue: 'first due',
  chosenDue: 'day chosen by hand',
  applies: 'applies',
  target: 'target',
  source: 'rule',
};

interface Change {
  field: string | null;
  before: string | null;
  after: string | null;
}

/** "owner: was Oncology, is Primary care"; null where the title of what came or went says it. */
export function changeWords({ field, before, after }: Change): string | null {
  if (field === null) return null;
  const told = [
    before === null ? 'was not set' : `was ${valueWords(field, before)}`,
    after === null ? 'is not set' : `is ${valueWords(field, after)}`,
  ];
  return `${fieldWords[field] ?? field}: ${told.join(', ')}`;
}

function valueWords(field: string, value: string): string {
  switch (field) {
    case 'owner':
      return ownerInWords(value);
    case 'firstDue':
    case 'chosenDue':
      return dateWords(value);
    case 'applies':
      return value.replace(/^not-applicable: /, 'no: ');
    default:
      return value;
  }
}

/** "Primary care, Dr. Lindqvist" out of "primary-care, Dr. Lindqvist". */
function ownerInWords(value: string): string {
  const [kind = '', ...names] = value.split(', ');
  const known: string | undefined = ownerWords[kind.toUpperCase().replace('-', '_') as Owner];
  return [known ?? kind, ...names].join(', ');
}
