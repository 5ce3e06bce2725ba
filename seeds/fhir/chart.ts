import type * as fhir4 from 'fhir/r4';
import { dayOf, isoTime, lengthOf, workdayAfter, workdayBefore, yearOf, type Day, type Span } from '#seeds/days.ts';
import { hash32 } from '#seeds/random.ts';
import { collectReferences, fullUrl, withAddresses } from './addresses.ts';
import { hl7, mcode, SOURCES, type Sensitive, type SourceKey } from './codes.ts';
import { clinician, directoryResource, withDirectoryMeta } from './directory.ts';
import { patientResource, type PatientFacts } from './patient.ts';

interface AddOptions {
  /** Last part of the id; a serial number per key follows. */
  key: string;
  /** The day on which the fact became known. */
  on: Day;
  profile?: string;
}

/** One patient's record while it is being written. Every resource gets its id, provenance and labels here. */
export class Chart {
  readonly today: Day;
  /** The last day on which anything can have happened: yesterday, or the day of death. */
  readonly lastDay: Day;
  readonly patient: fhir4.Patient;
  readonly facts: PatientFacts;
  #source: SourceKey = 'centre';
  #label: Sensitive | undefined;
  readonly #resources: fhir4.FhirResource[] = [];
  readonly #serials = new Map<string, number>();

  constructor(asOf: Date, facts: PatientFacts) {
    this.today = dayOf(asOf);
    this.lastDay = facts.died === undefined ? this.today - 1 : this.today - facts.died;
    this.facts = facts;
    this.patient = patientResource(facts, this.today, this.#meta(this.today - 1, mcode('cancer-patient')));
    this.#resources.push(this.patient);
  }

  /** A workday in the past, at the latest yesterday. */
  ago(span: Span): Day {
    return Math.min(workdayBefore(this.today - lengthOf(span)), this.today - 1);
  }

  /** A workday to come. */
  ahead(span: Span): Day {
    return workdayAfter(this.today + lengthOf(span));
  }

  get id(): string {
    return this.patient.id!;
  }

  get subject(): fhir4.Reference {
    return { reference: `Patient/${this.id}` };
  }

  /** Age in whole years on a day; kidney function and reference ranges depend on it. */
  ageOn(day: Day): number {
    return yearOf(day) - Number(this.patient.birthDate!.slice(0, 4));
  }

  get source(): SourceKey {
    return this.#source;
  }

  /** What is written inside comes from another institution's feed, about the centre's patient. */
  from(source: SourceKey, write: () => void): void {
    const before = this.#source;
    this.#source = source;
    write();
    this.#source = before;
  }

  /** What is written inside comes from the general practitioner's own laboratory or record. */
  fromPractice(write: () => void): void {
    const at = this.facts.gp && clinician(this.facts.gp).at;
    this.from(at && at in SOURCES ? (at as SourceKey) : 'centre', write);
  }

  /** What is written inside carries a sensitivity label. */
  sensitively(label: Sensitive, write: () => void): void {
    this.#label = label;
    write();
    this.#label = undefined;
  }

  /** The number that the next resource with this key will carry. */
  nextSerial(key: string): number {
    return (this.#serials.get(key) ?? 0) + 1;
  }

  add<R extends fhir4.FhirResource>(resource: R, { key, on, profile }: AddOptions): R {
    const serial = this.nextSerial(key);
    this.#serials.set(key, serial);
    const id = `${this.id}-${key}-${serial}`;
    const { resourceType, ...rest } = resource;
    const complete = { resourceType, id, meta: this.#meta(on, profile), ...rest } as R;
    this.#resources.push(complete);
    return complete;
  }

  reference(resource: fhir4.FhirResource): fhir4.Reference {
    return { reference: `${resource.resourceType}/${resource.id}` };
  }

  /** Morning in the mountains, steady for each id: the same blood is always drawn at the same minute. */
  time(day: Day, salt: string): string {
    return isoTime(day, 14 * 60 + (hash32(`${this.id}${salt}`) % 240));
  }

  bundle(): fhir4.Bundle {
    const lastUpdated = isoTime(this.today, 0);
    const directory = this.#directory().map((resource) => withDirectoryMeta(resource, lastUpdated));
    const all = [...directory, ...this.#resources];
    const addresses = new Map(all.map((r) => [`${r.resourceType}/${r.id}`, fullUrl(r)]));
    return {
      resourceType: 'Bundle',
      id: `${this.id}-bundle`,
      type: 'collection',
      timestamp: lastUpdated,
      entry: all.map((resource) => ({ fullUrl: fullUrl(resource), resource: withAddresses(resource, addresses) })),
    };
  }

  #meta(on: Day, profile?: string): fhir4.Meta {
    const known = Math.min(on + 1, this.today);
    return {
      versionId: '1',
      lastUpdated: isoTime(known, known === this.today ? 0 : 5 * 60),
      source: SOURCES[this.#source],
      ...(profile && { profile: [profile] }),
      ...(this.#label && {
        security: [
          { system: hl7('v3-Confidentiality'), code: 'R' },
          { system: hl7('v3-ActCode'), code: this.#label },
        ],
      }),
    };
  }

  /** Practitioners, roles and organisations that something here refers to, and those that they refer to. */
  #directory(): fhir4.FhirResource[] {
    const found = new Map<string, fhir4.FhirResource>();
    const visit = (node: unknown): void => {
      const references = new Set<string>();
      collectReferences(node, references);
      for (const reference of references) {
        const resource = found.has(reference) ? undefined : directoryResource(reference);
        if (resource) {
          found.set(reference, resource);
          visit(resource);
        }
      }
    };
    visit(this.#resources);
    return [...found.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, resource]) => resource);
  }
}
