import { clinicalFields } from '#portal/clinical/clinical.query.ts';
import { documentsFields } from '#portal/documents/documents.query.ts';
import { graphql, type ResultOf, type VariablesOf } from '#portal/graphql.ts';
import { isSection, type Section } from '#portal/identity/roles.ts';
import { oncologyFields } from '#portal/oncology/oncology.query.ts';
import { palliativeFields } from '#portal/palliative/palliative.query.ts';
import { referralFields } from '#portal/referral/referral.query.ts';
import { rowSourceFields, sourceFields } from '#portal/patient/source.query.ts';

export const careTeamFields = graphql(
  `
    fragment CareTeamFields on CareTeam {
      state
      asOf
      sources {
        ...SourceFields
      }
      members {
        id
        name
        role
        organization
        telephone
        aroundTheClock
        team
      }
    }
  `,
  [sourceFields],
);

/** The whole record in one request; the parts that this reader's role does not open are left out of it. */
export const patientQuery = graphql(
  `
    query Patient(
      $id: ID!
      $demographics: Boolean!
      $oncology: Boolean!
      $palliative: Boolean!
      $clinical: Boolean!
      $documents: Boolean!
      $referrals: Boolean!
    ) {
      patient(id: $id) {
        id
        name
        familyName
        givenName
        birthDate
        age
        sex
        mrn
        deceased
        deceasedAt
        telephone
        address
        language
        basis
        restrictedInformation
        source {
          ...RowSourceFields
        }
        headline @include(if: $oncology) {
          lastChangeAt
          changesSincePreviousSignIn
        }
        careTeam @include(if: $demographics) {
          ...CareTeamFields
        }
        referrals @include(if: $referrals) {
          ...ReferralFields
        }
        oncology @include(if: $oncology) {
          ...OncologyFields
        }
        palliative @include(if: $palliative) {
          ...PalliativeFields
        }
        ...ClinicalFields @include(if: $clinical)
        documents @include(if: $documents) {
          ...DocumentsFields
        }
      }
    }
  `,
  [rowSourceFields, referralFields, careTeamFields, oncologyFields, palliativeFields, clinicalFields, documentsFields],
);

export type PatientRecord = ResultOf<typeof patientQuery>['patient'];
export type CareTeam = NonNullable<PatientRecord['careTeam']>;

export function patientVariables(id: string, opened: readonly string[]): VariablesOf<typeof patientQuery> {
  const sections = new Set<Section>(opened.filter(isSection));
  return {
    id,
    demographics: sections.has('DEMOGRAPHICS'),
    oncology: sections.has('ONCOLOGY'),
    palliative: sections.has('PALLIATIVE'),
    clinical: sections.has('CLINICAL'),
    documents: sections.has('DOCUMENTS'),
    // Whoever reads the oncology summary finds them among its next steps.
    referrals: opened.includes('REFERRAL') && !sections.has('ONCOLOGY'),
  };
}
