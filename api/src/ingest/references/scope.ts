import { hash } from 'node:crypto';
import type { Attachment, FhirResource, Identifier, Patient, Reference } from 'fhir/r4';
import { isCancer } from '../mapping/cancer.ts';
import { sameSystem } from '../fhir/systems.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import type { Entry } from '../reading/entry.ts';
import { baseOf, parseReference, type ParsedReference } from './reference.ts';
import { declaredSource, recordNumberSystem, UNKNOWN_SOURCE } from './source.ts';

/** What a reference leads to. */
export interface Target {
  readonly type: string;
  /** The target's FHIR id; for one that is only known by identifier, that identifier. */
  readonly id: string;
  readonly source: string;
  /** The target itself, when it is one that others are described by: people, places, medicines, volumes. */
  readonly resource: FhirResource | undefined;
  /** Set when nothing but this is known of the target. */
  readonly identifier: { readonly system: string; readonly value: string } | undefined;
  readonly cancer: boolean;
}

interface Indexed {
  readonly type: string;
  readonly id: string;
  readonly declared: string | undefined;
  readonly resource: FhirResource | undefined;
  readonly cancer: boolean;
}

const CONTEXT = new Set([
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'HealthcareService',
  'RelatedPerson',
  'Medication',
  'BodyStructure',
]);
/** Clinical resources that are remembered by name; beyond, a reference is trusted to mean what it says. */
const MOST_INDEXED = 200_000;

/** The resources that may refer to each other: those of one bundle, or the loose ones of one folder. */
export class Scope {
  readonly #given: string | undefined;
  readonly #byUrl = new Map<string, Indexed>();
  readonly #byName = new Map<string, Indexed>();
  readonly #byIdentifier = new Map<string, Indexed>();
  /** Patients by source and id: two sources may use the same id. */
  readonly #patients = new Map<string, Indexed>();
  readonly #ambiguous = new Set<string>();
  readonly #members: { entry: Entry; member: Reference }[] = [];
  readonly #groups = new Map<string, { group: Indexed }>();
  readonly #texts = new Set<string>();
  readonly #patientSources = new Set<string>();
  #labelled = false;

  /** @param given the source that the import was told, for resources that do not say theirs. */
  constructor(given: string | undefined) {
    this.#given = given;
  }

  /** Takes note of a resource, before any is mapped. */
  note(entry: Entry): void {
    const { resource, fullUrl } = entry;
    const { resourceType: type, id } = resource;
    if (typeof id !== 'string' || id === '') return;
    const isContext = CONTEXT.has(type);
    if (resource.meta?.security?.length) this.#labelled = true;
    if (type === 'Observation') for (const member of resource.hasMember ?? []) this.#members.push({ entry, member });
    if (type === 'DocumentReference') for (const { attachment } of resource.content ?? []) this.#noteText(attachment);
    const cancer = type === 'Condition' && isCancer(resource);
    if (!isContext && !cancer && this.#byName.size > MOST_INDEXED) return;
    const indexed: Indexed = {
      type,
      id,
      declared: declaredSource(resource),
      resource: isContext ? resource : undefined,
      cancer,
    };
    if (fullUrl !== undefined) putOnce(this.#byUrl, fullUrl, indexed);
    putOnce(this.#byName, `${type}/${id}`, indexed);
    if (!isContext) return;
    const identifiers: unknown = 'identifier' in resource ? resource.identifier : undefined;
    for (const identifier of Array.isArray(identifiers) ? (identifiers as Identifier[]) : []) {
      putOnce(this.#byIdentifier, identifierKey(type, identifier.system ?? '', identifier.value ?? ''), indexed);
    }
    if (type === 'Patient') this.#notePatient(resource, indexed);
  }

  #notePatient(patient: Patient, indexed: Indexed): void {
    const source = this.patientSource(patient);
    this.#patientSources.add(source);
    putOnce(this.#patients, `${source}|${indexed.id}`, indexed);
    const first = this.#byName.get(`Patient/${indexed.id}`)?.resource;
    if (first?.resourceType === 'Patient' && this.patientSource(first) !== source) this.#ambiguous.add(indexed.id);
  }

  /** After the last `note`: joins what needs all of them. */
  settle(): void {
    for (const { entry, member } of this.#members) {
      const group = this.#byName.get(`Observation/${entry.resource.id}`);
      const target = this.find(member, entry, this.defaultSource);
      if (group && target) putOnce(this.#groups, target.id, { group });
    }
    this.#members.length = 0;
  }

  /** For directory entries and resources whose patient is elsewhere: the one source that all patients here have, if it is one. */
  get defaultSource(): string {
    const [only, ...others] = this.#patientSources;
    return this.#given ?? (others.length === 0 ? only : undefined) ?? UNKNOWN_SOURCE;
  }

  /** Whether any resource carries a security label of its own. */
  get labelled(): boolean {
    return this.#labelled;
  }

  patientSource(patient: Patient): string {
    return declaredSource(patient) ?? this.#given ?? recordNumberSystem(patient) ?? UNKNOWN_SOURCE;
  }

  /** Id of the observation that lists this one as a member, such as the stage group of a T category. */
  groupOf(observationId: string): string | undefined {
    return this.#groups.get(observationId)?.group.id;
  }

  /** Whether a document of this scope has the same text, so that it need not be kept twice. */
  hasText(data: string): boolean {
    return this.#texts.has(hash('sha1', data));
  }

  /**
   * Finds what a reference means, here or (by its words alone) elsewhere.
   * @param source of the resource that holds the reference.
   * @param type that the target must have where the reference does not tell (`urn:uuid:`).
   * @throws {UnreadableResourceError} when two sources here call a patient so, and the referrer is of neither.
   */
  find(reference: Reference | undefined, from: Entry, source: string, type?: string): Target | undefined {
    const parsed = parseReference(reference?.reference);
    if (parsed === undefined) return this.#byLogicalReference(reference, source, type);
    const indexed = this.#lookUp(parsed, from, source);
    if (indexed) return this.#target(indexed, source);
    switch (parsed.kind) {
      case 'contained': {
        const contained =
          'contained' in from.resource
            ? from.resource.contained?.find(({ id }) => id === parsed.id || id === `#${parsed.id}`)
            : undefined;
        return (
          contained && {
            ...unseen(contained.resourceType, `${from.resource.id}#${parsed.id}`, source),
            resource: contained as FhirResource,
          }
        );
      }
      case 'conditional':
        return unseen(parsed.type, `?identifier=${parsed.system}|${parsed.value}`, this.defaultSource, parsed);
      case 'relative':
        return unseen(parsed.type, parsed.id, source);
      case 'absolute':
        return unseen(parsed.type, parsed.id, parsed.base === baseOf(from.fullUrl) ? source : parsed.base);
      case 'urn':
        return type === undefined ? undefined : unseen(type, parsed.id, source);
    }
  }

  #lookUp(parsed: ParsedReference, from: Entry, source: string): Indexed | undefined {
    switch (parsed.kind) {
      case 'contained':
        return undefined;
      case 'conditional':
        return this.#byIdentifier.get(identifierKey(parsed.type, parsed.system, parsed.value));
      case 'relative': {
        const name = `${parsed.type}/${parsed.id}`;
        const base = baseOf(from.fullUrl);
        const near = base === undefined ? undefined : this.#byUrl.get(`${base}/${name}`);
        if (near || parsed.type !== 'Patient') return near ?? this.#byName.get(name);
        const own = this.#patients.get(`${source}|${parsed.id}`);
        if (own === undefined && this.#ambiguous.has(parsed.id)) {
          throw new UnreadableResourceError(
            `names ${name}, which is one patient in one source here and another in another`,
          );
        }
        return own ?? this.#byName.get(name);
      }
      case 'absolute':
        return this.#byUrl.get(parsed.url);
      case 'urn':
        return this.#byUrl.get(parsed.url);
    }
  }

  /** `reference.identifier`: a target that is named, not addressed. */
  #byLogicalReference(reference: Reference | undefined, source: string, type: string | undefined): Target | undefined {
    const { system = '', value } = reference?.identifier ?? {};
    const named = reference?.type ?? type;
    if (value === undefined || named === undefined) return undefined;
    const indexed = this.#byIdentifier.get(identifierKey(named, system, value));
    return indexed
      ? this.#target(indexed, source)
      : unseen(named, `?identifier=${system}|${value}`, this.defaultSource, { system, value });
  }

  #target(indexed: Indexed, referrer: string): Target {
    const { type, id, declared, resource, cancer } = indexed;
    const source =
      resource?.resourceType === 'Patient'
        ? this.patientSource(resource)
        : (declared ?? (CONTEXT.has(type) ? this.defaultSource : referrer));
    return { type, id, source, resource, identifier: undefined, cancer };
  }

  #noteText(attachment: Attachment | undefined): void {
    if (typeof attachment?.data === 'string') this.#texts.add(hash('sha1', attachment.data));
  }
}

function unseen(type: string, id: string, source: string, identifier?: { system: string; value: string }): Target {
  return { type, id, source, resource: undefined, identifier, cancer: false };
}

const identifierKey = (type: string, system: string, value: string) => `${type}|${sameSystem(system)}|${value}`;

function putOnce<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
