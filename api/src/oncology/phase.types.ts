import { enumOf, type EnumValue } from '#api/graphql/enum.ts';

export const PhaseEnum = enumOf(
  'Phase',
  'Where the patient is in the course of the cancer, worked out from the record; the oncologist may see it otherwise.',
  {
    diagnosis: 'Diagnosed; no cancer treatment is recorded yet.',
    'active-treatment': 'Cancer treatment is running.',
    surveillance: 'Treatment has ended; followed up without known active disease.',
    advanced: 'Metastatic or incurable disease, without recorded palliative care.',
    palliative: 'The palliative care team is involved.',
    hospice: 'In hospice care.',
    deceased: 'Has died.',
    'not-recorded': 'The record does not say enough to tell.',
  },
);
export type Phase = EnumValue<typeof PhaseEnum>;
