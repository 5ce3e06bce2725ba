// Who is told what, as a table: written from the words and from nothing in the code. A field
// of the schema that has no entry here fails the build, so that somebody has to decide.

export type Section =
  | 'demographics'
  | 'referral'
  | 'oncology'
  | 'clinical'
  | 'results'
  | 'palliative'
  | 'documents'
  | 'access-log'
  | 'messages'
  | 'tasks'
  | 'care-plan';

const CLINICIAN: readonly Section[] = [
  'demographics',
  'referral',
  'oncology',
  'clinical',
  'results',
  'palliative',
  'documents',
  'access-log',
  'messages',
  'tasks',
  'care-plan',
];

/** "Staff read less than clinicians; navigators read demographics, referrals, messages and tasks"; who runs or reviews reads no record. */
export const ROLE_READS = {
  'community-clinician': CLINICIAN,
  oncologist: CLINICIAN,
  'oncology-nurse': CLINICIAN,
  'palliative-clinician': CLINICIAN,
  'practice-staff': ['demographics', 'referral', 'oncology', 'clinical', 'results', 'messages', 'tasks', 'care-plan'],
  navigator: ['demographics', 'referral', 'messages', 'tasks'],
  'practice-administrator': [],
  'centre-administrator': [],
  'privacy-officer': [],
  integration: [],
} as const satisfies Record<string, readonly Section[]>;

/** "Nothing granted means nothing readable": whether a state between reader and patient opens the record. */
export const STATE_OPENS = {
  none: false,
  pending: false,
  'primary-care': true,
  'time-limited-referrer': true,
  delegate: true,
  covering: true,
  expired: false,
  revoked: false,
  'patient-restricted': false,
  'glass-open': true,
  'glass-expired': false,
  merged: false,
  deceased: true,
  'same-practice': true,
} as const;

/** Segments that "need their own scope": in no grant unless by name, and only clinicians read them. */
export const SEGMENTS = ['substance-use', 'mental-health', 'hiv', 'genetics', 'reproductive'] as const;
export const SEGMENT_READERS: readonly string[] = [
  'community-clinician',
  'oncologist',
  'oncology-nurse',
  'palliative-clinician',
];

/** What a grant gives when nobody says more or less. */
export const ORDINARY: readonly string[] = CLINICIAN;

/** What a reader must be given to be told a field of a patient; all that lies inside goes with it. */
export const PATIENT_FIELDS: Readonly<Record<string, Section>> = {
  id: 'demographics',
  name: 'demographics',
  familyName: 'demographics',
  givenName: 'demographics',
  birthDate: 'demographics',
  age: 'demographics',
  sex: 'demographics',
  mrn: 'demographics',
  deceasedAt: 'demographics',
  deceased: 'demographics',
  telephone: 'demographics',
  address: 'demographics',
  language: 'demographics',
  source: 'demographics',
  basis: 'demographics',
  restrictedInformation: 'demographics',
  headline: 'oncology',
  careTeam: 'demographics',
  oncology: 'oncology',
  palliative: 'palliative',
  referrals: 'referral',
  problems: 'clinical',
  medications: 'clinical',
  allergies: 'clinical',
  immunizations: 'clinical',
  results: 'results',
  resultFamilies: 'results',
  documents: 'documents',
  tasks: 'tasks',
  accessLog: 'access-log',
};

/** Root fields that are asked about one patient: what a reader must be given; beside them there is `patient`. */
export const ROOTS_OF_A_PATIENT: Readonly<Record<string, Section>> = {
  checkDuplicateTest: 'results',
  checkDuplicateTests: 'results',
  recordTestDecision: 'results',
  recipients: 'messages',
  sendMessage: 'messages',
  requestTask: 'tasks',
  carePlan: 'care-plan',
  carePlanVersions: 'care-plan',
  carePlanDiff: 'care-plan',
  draftCarePlan: 'care-plan',
  updateCarePlanLine: 'care-plan',
  fillMissingFact: 'care-plan',
  signCarePlan: 'care-plan',
  sendCarePlan: 'care-plan',
  receiveCarePlan: 'care-plan',
  respondToCarePlanLine: 'care-plan',
  undoCarePlanResponse: 'care-plan',
  closeFollowUp: 'care-plan',
};

/** Root fields that are asked about one task: of a patient whose tasks are not open there is none. */
export const ROOTS_OF_A_TASK: readonly string[] = [
  'acceptTask',
  'declineTask',
  'askAboutTask',
  'answerTaskQuestion',
  'startTask',
  'completeTask',
  'cancelTask',
  'reassignTask',
  'undoTaskAnswer',
];

/** Root fields that tell of no single patient, and who may ask them. */
export const OTHER_ROOTS: Readonly<Record<string, 'anybody' | 'signed in' | 'centre administrator'>> = {
  viewer: 'anybody',
  signIn: 'anybody',
  signOut: 'anybody',
  patients: 'signed in',
  testFamilies: 'signed in',
  duplicateTestFigures: 'centre administrator',
  live: 'signed in',
  notifications: 'signed in',
  changeNotificationSettings: 'signed in',
  changeContact: 'signed in',
  sendContactLink: 'signed in',
  verifyContact: 'signed in',
  changePracticeSettings: 'signed in',
  // Of messages each is told their own: every-seat.test.ts asks them of every role in every place.
  threads: 'signed in',
  thread: 'signed in',
  drafts: 'signed in',
  undoSend: 'signed in',
  saveDraft: 'signed in',
  markThreadRead: 'signed in',
  addParticipant: 'signed in',
  closeThread: 'signed in',
  tasks: 'signed in',
  home: 'signed in',
  markVisited: 'signed in',
  coverCandidates: 'signed in',
  setCover: 'signed in',
  endCover: 'signed in',
  dueItems: 'signed in',
};

/** Fields of a patient that are null, and no error, to whom they are not open: the list shows them to everybody. */
export const NULL_WHEN_CLOSED: readonly string[] = ['headline'];

/** Fields that say nothing of a patient who lives. */
export const ONLY_OF_THE_DEAD: readonly string[] = ['deceasedAt'];

export type TruthRole = keyof typeof ROLE_READS;
export type TruthState = keyof typeof STATE_OPENS;

/** How an answer may go: told, told that there is nothing, or refused with a code. */
export type Outcome = 'told' | 'nothing' | 'NOT_FOUND' | 'FORBIDDEN';

/** A reader and a patient: the role, the state between them, and the scopes that the patient's grant gives. */
export interface Between {
  readonly role: TruthRole;
  readonly state: TruthState;
  readonly given: readonly string[];
}

/** Whether a need is met by the role and by the grant, each of which must know it. */
function met({ role, given }: Between, need: string): boolean {
  const reads: readonly string[] = ROLE_READS[role];
  const known =
    reads.includes(need) || ((SEGMENTS as readonly string[]).includes(need) && SEGMENT_READERS.includes(role));
  return known && given.includes(need);
}

/** What a reader is answered who asks about one patient for something that needs a section. */
export function outcomeOfNeed(between: Between, need: Section): 'told' | 'NOT_FOUND' | 'FORBIDDEN' {
  if (!STATE_OPENS[between.state] || !met(between, 'demographics')) return 'NOT_FOUND';
  return met(between, need) ? 'told' : 'FORBIDDEN';
}

/** What a reader who asks for one field of one patient by id is answered. */
export function outcomeFor(between: Between, patientField: string): Outcome {
  const outcome = outcomeOfNeed(between, PATIENT_FIELDS[patientField]!);
  if (outcome === 'FORBIDDEN' && NULL_WHEN_CLOSED.includes(patientField)) return 'nothing';
  const silent = ONLY_OF_THE_DEAD.includes(patientField) && between.state !== 'deceased';
  return outcome === 'told' && silent ? 'nothing' : outcome;
}

/** Whether a row that needs these may show anywhere. */
export function rowMayShow(between: Between, needs: readonly string[]): boolean {
  return STATE_OPENS[between.state] && needs.every((need) => met(between, need));
}
