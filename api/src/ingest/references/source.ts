import type { FhirResource, Patient } from 'fhir/r4';
import { codesOf } from '../fhir/concepts.ts';

/** What is said where nobody says where a resource comes from. */
export const UNKNOWN_SOURCE = 'urn:portage:unknown-source';

/** `meta.source` without its fragment, which some servers use for a request's number. */
export function declaredSource(resource: FhirResource): string | undefined {
  const source = resource.meta?.source;
  return typeof source === 'string' ? source.split('#', 1)[0] || undefined : undefined;
}

/** The system of the patient's medical record number: whoever keeps the number keeps the record. */
export function recordNumberSystem(patient: Patient): string | undefined {
  const number = patient.identifier?.find(({ type }) => codesOf(type).some(({ code }) => code === 'MR'));
  return number?.system || undefined;
}

/** A source's name for people until somebody gives it a better one: its host. */
export function sourceName(system: string): string {
  if (system === UNKNOWN_SOURCE) return 'Unknown source';
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]+)/i.exec(system)?.[1];
  return host ?? system.replace(/^urn:(oid:|uuid:)?/, '');
}
