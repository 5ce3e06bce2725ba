import type { FhirResource, Reference } from 'fhir/r4';
import { codesOf } from '../fhir/concepts.ts';
import { mapAllergyIntolerance } from './allergy-intolerance.ts';
import { mapAppointment } from './appointment.ts';
import { mapCareTeam } from './care-team.ts';
import { mapCondition } from './condition.ts';
import { mapConsent } from './consent.ts';
import { mapObservationWithMembers } from './contained-results.ts';
import type { MappingContext } from './context.ts';
import { mapLocation, mapOrganization, mapPractitioner, mapPractitionerRole } from './directory.ts';
import { mapDiagnosticReport, mapDocumentReference } from './documents.ts';
import { mapEncounter } from './encounter.ts';
import { mapImagingStudy } from './imaging-study.ts';
import { mapImmunization } from './immunization.ts';
import type { MappedRow } from './mapped.ts';
import { mapMedicationAdministration, mapMedicationRequest, mapMedicationStatement } from './medication.ts';
import { mapPatient } from './patient.ts';
import { mapCarePlan, mapFlag, mapGoal } from './plans.ts';
import { mapProcedure } from './procedure.ts';
import { mapServiceRequest } from './service-request.ts';

type OfType<T extends FhirResource['resourceType']> = Extract<FhirResource, { resourceType: T }>;

/** How a resource type becomes rows. `of`: whom it is about; none for the directory of providers. */
interface Mapper<R extends FhirResource> {
  readonly map: (resource: R, context: MappingContext) => MappedRow[];
  readonly of?: (resource: R) => Reference | undefined;
}

const subject = { of: (resource: { subject?: Reference }) => resource.subject };
const patient = { of: (resource: { patient?: Reference }) => resource.patient };

const MAPPERS: { [T in FhirResource['resourceType']]?: Mapper<OfType<T>> } = {
  Patient: { map: mapPatient },
  Practitioner: { map: mapPractitioner },
  PractitionerRole: { map: mapPractitionerRole },
  Organization: { map: mapOrganization },
  Location: { map: mapLocation },
  CareTeam: { map: mapCareTeam, ...subject },
  Condition: { map: mapCondition, ...subject },
  Observation: { map: mapObservationWithMembers, ...subject },
  Procedure: { map: mapProcedure, ...subject },
  MedicationRequest: { map: mapMedicationRequest, ...subject },
  MedicationAdministration: { map: mapMedicationAdministration, ...subject },
  MedicationStatement: { map: mapMedicationStatement, ...subject },
  AllergyIntolerance: { map: mapAllergyIntolerance, ...patient },
  Immunization: { map: mapImmunization, ...patient },
  DiagnosticReport: { map: mapDiagnosticReport, ...subject },
  ImagingStudy: { map: mapImagingStudy, ...subject },
  DocumentReference: { map: mapDocumentReference, ...subject },
  Encounter: { map: mapEncounter, ...subject },
  ServiceRequest: { map: mapServiceRequest, ...subject },
  Appointment: {
    map: mapAppointment,
    of: ({ participant }) => participant?.find(({ actor }) => isPatient(actor))?.actor,
  },
  Goal: { map: mapGoal, ...subject },
  CarePlan: { map: mapCarePlan, ...subject },
  Flag: { map: mapFlag, ...subject },
  Consent: { map: mapConsent, ...patient },
};

const isPatient = (reference: Reference | undefined) =>
  reference?.type === 'Patient' || /(^|\/)Patient[/?]/.test(reference?.reference ?? '');

/** The mapper of a resource's type; undefined for a type that is only counted. */
export function mapperOf(resource: FhirResource): Mapper<FhirResource> | undefined {
  return MAPPERS[resource.resourceType] as Mapper<FhirResource> | undefined;
}

/** Whether the source says that the resource should never have been. */
export function isWithdrawn(resource: FhirResource): boolean {
  if ('verificationStatus' in resource && typeof resource.verificationStatus === 'object') {
    if (codesOf(resource.verificationStatus).some(({ code }) => code === 'entered-in-error')) return true;
  }
  const status =
    'status' in resource ? resource.status : 'lifecycleStatus' in resource ? resource.lifecycleStatus : undefined;
  return status === 'entered-in-error';
}
