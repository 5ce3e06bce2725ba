import type { PersonKey } from '#seeds/people.ts';

interface Answer {
  /** Key of the rule behind the line. */
  readonly line: string;
  readonly response: 'DECLINED' | 'ASKED';
  readonly words: string;
}

/** A follow-up plan that has been sent. */
export interface DemoPlan {
  /** Family name of the patient in the cohort. */
  readonly patient: string;
  readonly signedBy: PersonKey;
  readonly sentTo: PersonKey;
  /** What its receiver did not simply accept. Absent: it has not been answered yet. */
  readonly answered?: readonly Answer[];
}

/** One that lives, and two that wait for an answer. */
export const PLANS: readonly DemoPlan[] = [
  {
    patient: 'Kowalczyk',
    signedBy: 'oncologist',
    sentTo: 'pcp',
    answered: [
      {
        line: 'screen-breast',
        response: 'DECLINED',
        words: 'She has her mammograms through the county programme, which calls her itself.',
      },
      {
        line: 'vaccine-zoster',
        response: 'ASKED',
        words: 'She had the live zoster vaccine in 2014. Would you still give the recombinant one?',
      },
    ],
  },
  { patient: 'Chen-Whitaker', signedBy: 'oncologist', sentTo: 'pcp' },
  { patient: 'Benally', signedBy: 'oncologist', sentTo: 'ihs-pcp' },
];
