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
export const OTHER_ROOTS: Readonly<Record<string, 'anybody' | 'signed in'>> = {
  viewer: 'anybody',
  signIn: 'anybody',
  signOut: 'anybody',
  patients: 'signed in',
  testFamilies: 'signed in',
  live: 'signed in',
  // Of messages each is told their own: test/messaging asks them of every role in every state.
  threads: 'signed in',
  thread: 'signed in',
  drafts: 'signed in',
  undoSend: 'signed in',
  saveDraft: 'signed in',
  markThreadRead: 'signed in',
  addParticipant: 'signed in',
  closeThread: 'signed in',
  tasks: 'signed in',
};

/** Fields of a patient that are null, and no error, to whom they are not open: the list shows them to everybody. */
export const NULL_WHEN_CLOSED: readonly string[] = ['headline'];

/** Fields that say nothing of a patient who lives. */
export const ONLY_OF_THE_DEAD: readonly string[] = ['deceasedAt'];

/** Every other field that there may be. What they tell belongs to the field of the patient that they lie in. */
export const OTHER_FIELDS: Readonly<Record<string, string>> = {
  Subscription: 'live',
  LiveEvent: 'id kind subjectId at',
  Query:
    'viewer patients patient checkDuplicateTest checkDuplicateTests testFamilies threads thread recipients drafts tasks',
  Mutation:
    'signIn signOut recordTestDecision sendMessage undoSend saveDraft markThreadRead addParticipant closeThread requestTask acceptTask declineTask askAboutTask answerTaskQuestion startTask completeTask cancelTask reassignTask undoTaskAnswer',
  DuplicateTestCheck: 'verdict family reasons parts priors planned nextDueOn interval notKnown nearest',
  TestFamily: 'key name group synonyms codes parts intervals',
  TestInterval: 'situation least most schedule source year version confidence note',
  TestPart: 'name verdict reason',
  PriorTest: 'id name at text unit flag status institution',
  PlannedTest: 'id kind name on by',
  TestDecision: 'id decision at',
  SignedIn: 'viewer',
  SignInRefused: 'reason message retryAfterSeconds',
  Viewer: 'id name email role organization scopes unreadCount previousSignInAt sessionExpiresAt',
  PersonRef: 'id name role organization',
  PatientRef: 'id name birthDate mrn',
  Thread:
    'id patient subject intent priority state onBehalfOf participants messages unreadCount lastMessageAt preview lastSender mayReply draft',
  ThreadConnection: 'edges pageInfo',
  ThreadEdge: 'cursor node',
  Participant: 'person joinedAt addedBy lastReadAt mayRead cover',
  CoverRef: 'person from until',
  MessageConnection: 'edges pageInfo',
  MessageEdge: 'cursor node',
  Message: 'id sender onBehalfOf mine body sentAt undoUntil undone attachments references deliveries',
  MessageDelivery:
    'recipient state storedAt notifiedAt channel openedAt openedBy answeredAt failedAt failure escalatedTo',
  Attachment: 'id name contentType sizeBytes',
  RecordReference: 'kind id title detail at',
  Draft:
    'id threadId patientId patient version savedAt subject intent priority body recipientIds attachments references task',
  DraftTask: 'title ownerId dueOn fallbackTelephone',
  Recipient: 'person lastSeenAt usualReplyHours cover contactVerified mayRead hiddenReferences',
  MessageSent: 'thread message',
  MessageRefused: 'reason field detail personIds draft',
  SendUndone: 'draft thread',
  ThreadRefused: 'reason detail',
  ThreadChanged: 'thread',
  DraftSaved: 'draft',
  DraftStale: 'stored yours',
  DraftRefused: 'reason detail yours',
  Organization: 'id name kind telephone telephone24x7 timeZone',
  PatientConnection: 'edges pageInfo totalCount',
  PatientEdge: 'cursor node',
  PageInfo: 'hasNextPage endCursor',
  RowSource: 'system name resourceType id version asOf receivedAt',
  Source: 'system name asOf receivedAt rows',
  Coding: 'system code display',
  PatientHeadline: 'diagnosis phase lastChangeAt changesSincePreviousSignIn',
  CareTeam: 'state asOf sources members',
  CareTeamMember: 'id name role organization telephone aroundTheClock team',
  OncologySummary:
    'asOf sources state phase phaseReason diagnoses treatments tumorMarkers performanceStatus diseaseStatus redFlags contacts nextSteps',
  Diagnosis:
    'id site code histology laterality secondary stage diagnosedOn diagnosedPrecision status biomarkers source',
  Stage: 'group t n m system kind asOf',
  Biomarker: 'id name value asOf source',
  Treatment: 'id kind name intent startedOn startedPrecision endedOn status doses site terminationReason source',
  TreatmentDose: 'name amount unit count fractions',
  ResultSeries: 'family name unit referenceLow referenceHigh points latest trend',
  ResultPoint: 'id at value text flag source',
  PerformanceStatus: 'instrument value text asOf source',
  DiseaseStatus: 'text asOf source',
  RedFlag: 'id text category since source',
  Contact: 'name role organization telephone aroundTheClock',
  NextStep: 'id text owner due at kind status source',
  PalliativeSummary:
    'asOf sources state involved involvedSince team contact24x7 careGoals codeStatus advanceDirectives surpriseReview stage symptomScores performanceStatus anticipatoryMedicines carer preferences',
  CareGoal: 'id text status since source',
  CodeStatus: 'text asOf source',
  AdvanceDirective: 'id kind status asOf source',
  SurpriseReview: 'wouldBeSurprised asOf source',
  PalliativeStage: 'rag meaning asOf source',
  SymptomSeries: 'instrument item name max severity points latest trend',
  Carer: 'name relationship telephone source',
  Preference: 'id text kind asOf source',
  ReferralList: 'state asOf sources items',
  ReferralItem: 'id kind text status priority reason requester performer location requestedAt due at source',
  ProblemList: 'state asOf sources items',
  Problem: 'id name code status onsetOn onsetPrecision resolvedOn source',
  MedicationList: 'state asOf sources items',
  MedicationItem: 'id name code status dose reason startedOn endedOn category source',
  AllergyList: 'state asOf sources items',
  Allergy: 'id name code criticality reaction status source',
  ImmunizationList: 'state asOf sources items',
  ImmunizationItem: 'id name code status givenOn givenPrecision source',
  ResultConnection: 'state asOf sources edges pageInfo totalCount',
  ResultEdge: 'cursor node',
  Result: 'id name code family value unit text flag referenceLow referenceHigh at status institution source',
  DocumentList: 'state asOf sources items',
  DocumentItem: 'id title type at author contentType sizeBytes text source',
  Task: 'id patient title detail status priority owner requester dueOn overdue source reason question createdAt updatedAt version history mayRespond mayDirect',
  TaskOwner: 'person organization role',
  TaskSource: 'kind id',
  TaskEvent: 'at kind by onBehalfOf status words',
  TaskConnection: 'edges pageInfo totalCount',
  TaskEdge: 'cursor node',
  TaskChanged: 'task undoUntil',
  TaskRefused: 'reason detail task',
  AccessLogEntry: 'at personName role organization action sections',
};

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
