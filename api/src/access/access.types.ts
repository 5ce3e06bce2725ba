import { enumOf } from '#api/graphql/enum.ts';
import type { GrantBasis, Role, Scope } from './scopes.ts';

export const RoleEnum = enumOf<Role>(
  'Role',
  'What a person does in their organisation. It bounds what they may ask for at all.',
  {
    'community-clinician': 'Physician or advanced practitioner outside the cancer centre who shares the patient.',
    'practice-staff': 'Works for a community clinician; reads less than the clinician.',
    'practice-administrator': 'Runs a community practice; reads no patient facts.',
    oncologist: 'Treats the cancer at the cancer centre.',
    'oncology-nurse': 'Nurse of the oncology team.',
    'palliative-clinician': 'Physician or nurse of the palliative care team.',
    navigator: 'Guides referrals and visits; reads demographics, referrals, messages and tasks only.',
    'centre-administrator': "Runs the cancer centre's side; reads no patient facts.",
    'privacy-officer': 'Reviews who has read what; reads no patient facts.',
    integration: 'A system that sends data; reads no patient facts.',
  },
);

export const ScopeEnum = enumOf<Scope>(
  'Scope',
  'A part of the record. The role says which a person may ask for at all; the grant on each patient narrows it.',
  {
    demographics: 'Name, birth date, identifiers, contact details, care team.',
    referral: 'Referrals and appointments.',
    oncology: 'Cancer diagnosis, stage, treatment, tumour markers and contacts.',
    clinical: 'Problems, medicines, allergies and immunizations.',
    results: 'Laboratory and imaging results.',
    palliative: 'Palliative assessments, goals of care and preferences.',
    documents: 'Letters, reports and their text.',
    'access-log': "Who has viewed this patient's record.",
    messages: 'Conversations about the patient between the clinicians of both sides.',
    tasks: 'Who has been asked to do what for the patient, and by when.',
    'care-plan': 'The follow-up plan: what is due, when, and whose it is.',
    'substance-use': 'Rows labelled as substance-use treatment. Never given unless by name.',
    'mental-health': 'Rows labelled as mental health. Never given unless by name.',
    hiv: 'Rows labelled as HIV. Never given unless by name.',
    genetics: 'Rows labelled as genetics. Never given unless by name.',
    reproductive: 'Rows labelled as reproductive or sexual health. Never given unless by name.',
  },
);

export const GrantBasisEnum = enumOf<GrantBasis>('GrantBasis', 'Why somebody may read a patient.', {
  'primary-care-of-record': "Their practice is the patient's primary care of record.",
  referral: 'A referral links them to the patient.',
  'care-team': "They are named in the patient's care team.",
  coverage: 'They cover for somebody who may read.',
  'patient-request': 'The patient asked for it.',
  'break-glass': 'Emergency access with a stated reason; reviewed afterwards.',
});
