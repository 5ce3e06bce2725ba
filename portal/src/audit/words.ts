/** What was done, in a reader's words. A newer server may know more: its own name then stands. */
export const actionWords: Readonly<Record<string, string>> = {
  'patient:read': 'Opened the record',
  'patient:list': 'Seen in a list of patients',
  'ingest:import': 'Taken in from a record system',
};

/** The parts of a record as the API names them. */
export const partWords: Readonly<Record<string, string>> = {
  accessLog: 'who has viewed it',
  allergies: 'allergies',
  careTeam: 'care team',
  documents: 'documents',
  headline: 'diagnosis and phase',
  immunizations: 'immunisations',
  medications: 'medicines',
  oncology: 'oncology summary',
  palliative: 'palliative summary',
  problems: 'problems',
  referrals: 'referrals',
  resultFamilies: 'trends',
  results: 'test results',
};
