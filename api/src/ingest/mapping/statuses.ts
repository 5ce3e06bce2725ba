/** FHIR R4 value sets of the status elements that are read. A code outside of its set cannot be guessed at. */
const set = (codes: string): ReadonlySet<string> => new Set(codes.split(' '));

export const STATUS = {
  observation: set('registered preliminary final amended corrected cancelled entered-in-error unknown'),
  event: set('preparation in-progress not-done on-hold stopped completed entered-in-error unknown'),
  request: set('draft active on-hold revoked completed entered-in-error unknown'),
  medicationRequest: set('active on-hold cancelled completed entered-in-error stopped draft unknown'),
  medicationAdministration: set('in-progress not-done on-hold completed entered-in-error stopped unknown'),
  medicationStatement: set('active completed entered-in-error intended stopped on-hold unknown not-taken'),
  immunization: set('completed entered-in-error not-done'),
  diagnosticReport: set(
    'registered partial preliminary final amended corrected appended cancelled entered-in-error unknown',
  ),
  imagingStudy: set('registered available cancelled entered-in-error unknown'),
  documentReference: set('current superseded entered-in-error'),
  encounter: set('planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown'),
  appointment: set('proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist'),
  goal: set('proposed planned accepted active on-hold completed cancelled entered-in-error rejected'),
  flag: set('active inactive entered-in-error'),
  consent: set('draft proposed active rejected inactive entered-in-error'),
  careTeam: set('proposed active suspended inactive entered-in-error'),
  conditionClinical: set('active recurrence relapse inactive remission resolved'),
  allergyClinical: set('active inactive resolved'),
  verification: set('unconfirmed provisional differential confirmed refuted entered-in-error presumed'),
} as const;
