import type { PersonKey } from '#seeds/people.ts';

interface Sending {
  readonly sends: string;
  /** Why it is urgent is in the text. */
  readonly urgent?: true;
  /** Whom the writer stands in for. */
  readonly inPlaceOf?: PersonKey;
  /** The latest result of this name, as a live reference. */
  readonly quotes?: string;
  readonly attaches?: { readonly name: string; readonly text: string };
  readonly handsOver?: {
    readonly title: string;
    readonly to: PersonKey;
    readonly dueInDays: number;
    readonly telephone: string;
  };
}

/** What one person did, so many hours before the demo was loaded. */
export type Step = { readonly hoursAgo: number } & (
  | ({ readonly by: PersonKey } & Sending)
  | { readonly by: PersonKey; readonly opens: true }
  /** Nobody has opened it in time: Portage asks whoever covers. */
  | { readonly passedOn: true }
);

export interface Conversation {
  /** Family name of the patient in the cohort. */
  readonly patient: string;
  readonly subject: string;
  readonly intent: 'ASK' | 'INFORM' | 'HAND_OVER';
  readonly to: readonly PersonKey[];
  /** The first one sends. */
  readonly steps: readonly [Step & Sending & { readonly by: PersonKey }, ...Step[]];
}

/** Away for a few days, with an address that refuses mail: what is written to him has to be passed on. */
export const AWAY = { who: 'pcp-cover', cover: 'pcp', sinceHours: 22, days: 6 } as const satisfies {
  who: PersonKey;
  cover: PersonKey;
  sinceHours: number;
  days: number;
};

/** Whose letters the practice's staff write. */
export const WRITES_FOR = { staff: 'staff', clinician: 'pcp' } as const satisfies Record<string, PersonKey>;

/** What the two sides have written to each other. The one that is passed on comes first: see `load-conversations.ts`. */
export const CONVERSATIONS: readonly Conversation[] = [
  {
    patient: 'Whitaker',
    subject: 'Creatinine on lenalidomide',
    intent: 'ASK',
    to: ['pcp-cover'],
    steps: [
      {
        hoursAgo: 20,
        by: 'oncologist',
        urgent: true,
        sends:
          'Please repeat creatinine and calcium this week, and ask whether he takes ibuprofen for his shoulder again. Creatinine above 1.5: call our line the same day, since the dose of lenalidomide depends on it.',
      },
      { hoursAgo: 16, passedOn: true },
    ],
  },
  {
    patient: 'Gallagher',
    subject: 'New cough on durvalumab: can you see her today?',
    intent: 'ASK',
    to: ['pcp'],
    steps: [
      {
        hoursAgo: 1,
        by: 'oncologist',
        urgent: true,
        sends:
          'She called our line: dry cough since Tuesday, short of breath on stairs, no fever. On durvalumab that is pneumonitis until shown otherwise.\n\nCan you see her today, with oxygen saturation at rest and after walking? Below 92 % or worse on walking: send her to us, not home with an antibiotic.',
      },
    ],
  },
  {
    patient: 'Fitzgerald',
    subject: 'The colitis has stayed away',
    intent: 'INFORM',
    to: ['pcp'],
    steps: [
      {
        hoursAgo: 70,
        by: 'nurse',
        sends:
          'No loose stools since the steroids ended, and immunotherapy goes on. If they come back, four a day or more, please call our line before you give loperamide.',
      },
      { hoursAgo: 66, by: 'pcp', opens: true },
    ],
  },
  {
    patient: 'Kowalczyk',
    subject: 'Blood pressure and diabetes pass to your practice',
    intent: 'HAND_OVER',
    to: ['pcp'],
    steps: [
      {
        hoursAgo: 120,
        by: 'oncologist',
        sends:
          'Her cancer is unlikely to come back; her heart is now the greater danger. I ask your practice to take over blood pressure, glucose and weight. We keep the pelvic examination every six months.',
        handsOver: {
          title: 'Take over blood pressure, glucose and weight',
          to: 'pcp',
          dueInDays: 10,
          telephone: '+1 505-555-0124',
        },
      },
      { hoursAgo: 97, by: 'pcp', opens: true },
    ],
  },
  {
    patient: 'Tanaka',
    subject: 'CEA: is one laboratory enough?',
    intent: 'ASK',
    to: ['oncologist'],
    steps: [
      {
        hoursAgo: 52,
        by: 'pcp',
        sends:
          'This one came from you; ours is due in two weeks. Is one of the two enough? I attach his glucose readings, since the metformin was raised.',
        quotes: 'CEA',
        attaches: {
          name: 'fasting glucose at home.txt',
          text: 'Fasting glucose at home, mg/dL\nMon 148\nTue 151\nWed 139\nThu 144\nFri 136\nSat 142\nSun 138\n',
        },
      },
      { hoursAgo: 48, by: 'oncologist', opens: true },
      {
        hoursAgo: 47,
        by: 'oncologist',
        sends:
          'One is enough: every three months, always in the same laboratory, so that the values compare. Leave yours out; ours reach you here. The glucose looks fine.',
      },
      { hoursAgo: 44, by: 'pcp', opens: true },
    ],
  },
  {
    patient: 'Oyelaran',
    subject: 'Home visit moves to Thursday',
    intent: 'INFORM',
    to: ['nurse'],
    steps: [
      {
        hoursAgo: 27,
        by: 'staff',
        inPlaceOf: 'pcp',
        sends:
          'Dr. Lindqvist sees him at home on Thursday afternoon instead of Wednesday; his wife knows. Please send what changed in his medicines by Wednesday evening.',
      },
      { hoursAgo: 24, by: 'nurse', opens: true },
    ],
  },
  {
    patient: 'Tsosie',
    subject: 'White count of 47: infection or the injection?',
    intent: 'ASK',
    to: ['nurse'],
    steps: [
      {
        hoursAgo: 30,
        by: 'ihs-pcp',
        sends:
          'Drawn this morning, he feels well, no fever, chest clear. Our night colleague would send him 150 miles with this number. Is it the pegfilgrastim?',
      },
      { hoursAgo: 29, by: 'nurse', opens: true },
      {
        hoursAgo: 29,
        by: 'nurse',
        sends:
          'Yes: three days after pegfilgrastim his count has been near this after each cycle, and fell by itself. Fever of 100.4 °F, chills or a count below 1 at the next draw is another matter: then call our line at any hour.',
      },
    ],
  },
  {
    patient: 'Nguyễn',
    subject: 'Osimertinib goes on: what to look for',
    intent: 'INFORM',
    to: ['pcp2'],
    steps: [
      {
        hoursAgo: 75,
        by: 'oncologist',
        sends:
          'The last scans are stable and the tablet goes on. New dry cough or breathlessness: stop it the same day and call us. Loose stools and sore nail folds are yours to treat; neither is a reason to stop.',
      },
    ],
  },
];
