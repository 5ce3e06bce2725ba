import type { DomainResource, FhirResource, Reference } from 'fhir/r4';
import type { Scope as AccessScope } from '#api/access/index.ts';
import { nameOf } from '../fhir/concepts.ts';
import type { Entry } from '../reading/entry.ts';
import { rowId } from '../references/row-id.ts';
import type { Scope, Target } from '../references/scope.ts';
import { NEEDS, segmentsOf } from './needs.ts';
import { describeParty, type Party } from './party.ts';

/** The patient that a resource is about. */
export interface PatientRef {
  readonly source: string;
  readonly id: string;
  readonly rowId: string;
}

/** What a mapping function may know besides the resource: what its references mean, and which scopes its rows need. */
export class MappingContext {
  readonly entry: Entry;
  readonly scope: Scope;
  /** Source system of the resource. */
  readonly source: string;
  readonly #patient: PatientRef | undefined;
  readonly #segments: readonly AccessScope[];
  #group: string | undefined;
  /** Providers that are named but were not sent. */
  readonly stubs: Map<string, Target & { display: string }>;

  constructor(
    entry: Entry,
    scope: Scope,
    source: string,
    patient: PatientRef | undefined,
    segments: readonly AccessScope[],
    stubs = new Map<string, Target & { display: string }>(),
  ) {
    this.entry = entry;
    this.scope = scope;
    this.source = source;
    this.#patient = patient;
    this.#segments = segments;
    this.stubs = stubs;
  }

  /**
   * For a resource that is contained in this one. It is known by its container's id and its own, which no other can have.
   * @param group id beside it of the observation that has it as a member; else the container is, if it is an observation
   */
  within(resource: FhirResource & DomainResource, id: string, group?: string): MappingContext {
    const container = this.entry.resource as FhirResource & DomainResource;
    const named = (local: string) => `${container.id ?? ''}#${local}`;
    const contained = container.contained ?? [];
    const entry = { ...this.entry, resource: { ...resource, id: named(id), contained } };
    const segments = [...new Set([...this.#segments, ...segmentsOf(resource.meta?.security)])];
    const context = new MappingContext(entry, this.scope, this.source, this.#patient, segments, this.stubs);
    if (group !== undefined) context.#group = this.#rowIdOf(resource.resourceType, named(group), this.source);
    else if (container.resourceType === 'Observation') context.#group = this.rowId;
    return context;
  }

  /** Whether a reference leads to the patient whom the resource is about. */
  isPatient(reference: Reference): boolean {
    const target = this.find(reference, 'Patient');
    return target?.type === 'Patient' && rowId(target.source, 'Patient', target.id) === this.patientId;
  }

  /** Row id of the patient, for mappings of the patient's own record. */
  get patientId(): string {
    return this.#patient?.rowId ?? '';
  }

  /** Row id of the resource being mapped. */
  get rowId(): string {
    return this.#rowIdOf(this.entry.resource.resourceType, this.entry.resource.id ?? '', this.source);
  }

  /** Id of a row that the resource makes besides its first. */
  part(...name: readonly (string | number)[]): string {
    return rowId(this.rowId, ...name.map(String));
  }

  needs(kind: keyof typeof NEEDS): AccessScope[] {
    return [NEEDS[kind], ...this.#segments];
  }

  find(reference: Reference | undefined, type?: string): Target | undefined {
    return this.scope.find(reference, this.entry, this.source, type);
  }

  /** Row id of another resource of the same patient; null when there is no such reference. */
  rowOf(reference: Reference | undefined, type: string): string | null {
    const target = this.find(reference, type);
    if (target?.type !== type || target.identifier) return null;
    return this.#rowIdOf(type, target.id, target.source);
  }

  /** Row id of the observation that lists this one as a member. */
  get groupRow(): string | null {
    if (this.#group !== undefined) return this.#group;
    const group = this.scope.groupOf(this.entry.resource.id ?? '');
    return group === undefined ? null : this.#rowIdOf('Observation', group, this.source);
  }

  /** Whoever a reference names: person, role, organisation or place. */
  party(reference: Reference | undefined, type?: string): Party | undefined {
    const target = this.find(reference, type);
    if (target?.identifier && reference?.display)
      this.stubs.set(`${target.type}${target.id}`, { ...target, display: reference.display });
    return describeParty(reference, target, (next) => this.find(next));
  }

  nameOf(reference: Reference | undefined): string | null {
    return this.party(reference)?.name ?? null;
  }

  /** What a medicine is called that stands in a resource of its own. */
  medicine(reference: Reference | undefined) {
    const resource = this.find(reference, 'Medication')?.resource;
    return resource?.resourceType === 'Medication' ? resource.code : undefined;
  }

  /** A treatment volume by its description. */
  bodyStructure(reference: Reference | undefined): string | undefined {
    const resource = this.find(reference, 'BodyStructure')?.resource;
    if (resource?.resourceType !== 'BodyStructure') return reference?.display;
    return resource.description ?? nameOf(resource.location) ?? reference?.display;
  }

  #rowIdOf(type: string, id: string, source: string): string {
    return this.#patient && type !== 'Patient' ? rowId(source, type, this.#patient.id, id) : rowId(source, type, id);
  }
}
