import type { Allergy, Clinical, Medication } from '#portal/clinical/clinical.query.ts';
import { joined, type OutlineBlock } from '#portal/patient/outline.ts';
import { dateWords } from '#portal/ui/dates.ts';
import { statusWords } from '#portal/ui/words.ts';

export const isCurrent = ({ status }: { status: string }): boolean =>
  ![
    'resolved',
    'inactive',
    'remission',
    'completed',
    'stopped',
    'cancelled',
    'ended',
    'entered-in-error',
    'refuted',
    'draft',
  ].includes(status.toLowerCase());

/** "Not recorded" says nothing was sent; "none" says that somebody stated it. The two are never mixed up. */
export function emptyWords(state: 'RECORDED' | 'NONE_KNOWN' | 'NOT_RECORDED', none: string): string {
  if (state === 'NONE_KNOWN') return `${none}: a source states this.`;
  return 'Not recorded: nothing was sent. This does not mean that there are none.';
}

export const allergyWords = ({ name, reaction, criticality }: Allergy): string =>
  joined([name, reaction, criticality && `${statusWords(criticality)} risk`]);

/** "1000 mg/m2 by mouth", also where the source begins the dose with the medicine's name. */
export const doseWords = ({ name, dose }: Pick<Medication, 'name' | 'dose'>): string | null =>
  dose?.toLowerCase().startsWith(`${name.toLowerCase()} `) ? dose.slice(name.length + 1) : dose;

export const medicineWords = ({ name, dose, reason, status }: Medication): string =>
  joined([name, doseWords({ name, dose }), reason && `for ${reason}`, status !== 'active' && statusWords(status)]);

export function clinicalOutline({ problems, medications, allergies }: Clinical): OutlineBlock[] {
  const active = problems.items.filter(isCurrent);
  const taken = medications.items.filter(isCurrent);
  return [
    {
      title: 'Allergies',
      lines: allergies.items.length
        ? allergies.items.map(allergyWords)
        : [emptyWords(allergies.state, 'No known allergies')],
      urgent: allergies.items.length > 0,
    },
    {
      title: 'Current medicines',
      lines: taken.length
        ? taken.map(medicineWords)
        : medications.items.length
          ? ['None current; earlier ones are recorded.']
          : [emptyWords(medications.state, 'No medicines')],
    },
    {
      title: 'Active problems',
      lines: active.length
        ? active.map(({ name, onsetOn, onsetPrecision }) =>
            joined([name, onsetOn && `since ${dateWords(onsetOn, onsetPrecision)}`]),
          )
        : problems.items.length
          ? ['None active; earlier ones are recorded.']
          : [emptyWords(problems.state, 'No known problems')],
    },
  ];
}
