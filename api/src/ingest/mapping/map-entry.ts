import type { FhirResource, Patient, Reference } from 'fhir/r4';
import { accessFacts } from '../access/access-facts.ts';
import { isToCome, moment } from '../fhir/dates.ts';
import { quoted, UnreadableResourceError } from '../fhir/unreadable.ts';
import type { Entry } from '../reading/entry.ts';
import { rowId } from '../references/row-id.ts';
import type { Scope } from '../references/scope.ts';
import { declaredSource } from '../references/source.ts';
import { MappingContext, type PatientRef } from './context.ts';
import { stubRow } from './directory.ts';
import type { MappedResource, MappedRow, ResourceKey } from './mapped.ts';
import { isWithdrawn, mapperOf } from './mappers.ts';
import { labelsOf, segmentsOf, type Label } from './needs.ts';

export interface MappingSurroundings {
  readonly scope: Scope;
  /** The source that the import was told. */
  readonly given: string | undefined;
  /** Security labels of the bundle as a whole. */
  readonly security: readonly Label[];
  readonly file: string;
}

/**
 * Maps one resource, and the providers that it names and nobody sent.
 * @returns undefined for a type that is only counted.
 * @throws {UnreadableResourceError} with the reason.
 */
export function mapEntry(entry: Entry, surroundings: MappingSurroundings): MappedResource[] | undefined {
  const mapper = mapperOf(entry.resource);
  if (mapper === undefined) return undefined;
  try {
    return mapWith(mapper, entry, surroundings);
  } catch (error) {
    // A list where FHIR has an object, a number where it has a word: the mapping stumbles over it.
    if (error instanceof TypeError)
      throw new UnreadableResourceError(`does not have the shape of a FHIR R4 ${entry.resource.resourceType}`);
    throw error;
  }
}

function mapWith(
  mapper: NonNullable<ReturnType<typeof mapperOf>>,
  entry: Entry,
  { scope, given, security, file }: MappingSurroundings,
): MappedResource[] {
  const { resource } = entry;
  if (typeof resource.id !== 'string' || resource.id === '')
    throw new UnreadableResourceError('has no id: it could not be recognised when it is sent again');
  const isAboutPatient = mapper.of !== undefined;
  const patient =
    resource.resourceType === 'Patient'
      ? ownPatient(resource, scope)
      : isAboutPatient
        ? patientOf(entry, mapper.of?.(resource), scope, given)
        : undefined;
  const source =
    resource.resourceType === 'Patient'
      ? scope.patientSource(resource)
      : (declaredSource(resource) ?? given ?? patient?.source ?? scope.defaultSource);
  const context = new MappingContext(
    entry,
    scope,
    source,
    patient,
    segmentsOf(labelsOf(resource, security, scope.labelled)),
  );
  const key: ResourceKey = {
    system: source,
    type: resource.resourceType,
    id: resource.id,
    version: typeof resource.meta?.versionId === 'string' ? resource.meta.versionId : undefined,
    updatedAt: updatedAt(resource),
  };
  const withdrawn = isWithdrawn(resource);
  const main: MappedResource = {
    key,
    patientId: patient?.rowId,
    about: patient && `Patient/${patient.id} of ${patient.source}`,
    rowId: context.rowId,
    rows: withdrawn ? [] : mapper.map(resource, context),
    withdrawn,
    facts: withdrawn ? [] : accessFacts(resource, context),
    replacedBy: resource.resourceType === 'Patient' ? replacedBy(resource, context) : undefined,
    stub: false,
    file,
  };
  return [...stubs(context, file), main];
}

/** A clock that ran ahead must not make every later version look like an older one. */
function updatedAt({ meta }: FhirResource): string | undefined {
  const at = moment(meta?.lastUpdated, 'meta.lastUpdated');
  return at === undefined || isToCome(at) ? undefined : at.at;
}

function ownPatient(patient: Patient, scope: Scope): PatientRef {
  const source = scope.patientSource(patient);
  const id = patient.id ?? '';
  return { source, id, rowId: rowId(source, 'Patient', id) };
}

function patientOf(
  entry: Entry,
  reference: Reference | undefined,
  scope: Scope,
  given: string | undefined,
): PatientRef {
  const type = entry.resource.resourceType;
  if (!reference?.reference && !reference?.identifier)
    throw new UnreadableResourceError(`${type} does not say which patient it is about`);
  const own = declaredSource(entry.resource) ?? given ?? scope.defaultSource;
  const target = scope.find(reference, entry, own, 'Patient');
  if (target === undefined)
    throw new UnreadableResourceError(
      `${type} names a patient in a way that cannot be followed: ${quoted(reference.reference)}`,
    );
  if (target.type !== 'Patient') throw new UnreadableResourceError(`${type} is about a ${target.type}, not a patient`);
  if (target.identifier)
    throw new UnreadableResourceError(`${type} names a patient by an identifier that no patient in the file has`);
  return { source: target.source, id: target.id, rowId: rowId(target.source, 'Patient', target.id) };
}

/** Row id of the record that replaces this one. */
function replacedBy(patient: Patient, context: MappingContext): string | undefined {
  const link = patient.link?.find(({ type }) => type === 'replaced-by');
  const target = context.find(link?.other, 'Patient');
  return target?.type === 'Patient' && !target.identifier ? rowId(target.source, 'Patient', target.id) : undefined;
}

function stubs(context: MappingContext, file: string): MappedResource[] {
  return [...context.stubs.values()].flatMap((target) => {
    const row: MappedRow | undefined = stubRow(target);
    if (row === undefined) return [];
    const key = { system: target.source, type: target.type, id: target.id, version: undefined, updatedAt: undefined };
    return [
      {
        key,
        patientId: undefined,
        about: undefined,
        rowId: row.id,
        rows: [row],
        withdrawn: false,
        facts: [],
        replacedBy: undefined,
        stub: true,
        file,
      },
    ];
  });
}
