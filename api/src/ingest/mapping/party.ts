import type { PractitionerRole, Reference } from 'fhir/r4';
import { clean, nameOf } from '../fhir/concepts.ts';
import { fullName, isAroundTheClock, npiOf, telephone } from '../fhir/people.ts';
import { NPI, sameSystem } from '../fhir/systems.ts';
import { rowId } from '../references/row-id.ts';
import type { Target } from '../references/scope.ts';
import type { NamedParty } from '../access/access-fact.ts';

/** Somebody or something that a resource names, described as far as the files go. */
export interface Party extends NamedParty {
  readonly type: string | undefined;
  /** Undefined when only a number or an address is known. */
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly organization: string | undefined;
  readonly telephone: string | undefined;
  readonly aroundTheClock: boolean;
}

const DIRECTORY_TABLE = {
  Practitioner: 'practitioner',
  PractitionerRole: 'practitioner_role',
  Organization: 'healthcare_organization',
} as const;

/** Describes the target of a reference. A name that nobody gives is no party. */
export function describeParty(
  reference: Reference | undefined,
  target: Target | undefined,
  find: (reference: Reference | undefined) => Target | undefined,
): Party | undefined {
  const display = clean(reference?.display);
  const bare = {
    type: target?.type,
    npi: undefined,
    directory: directoryOf(target),
    role: undefined,
    organization: undefined,
    telephone: undefined,
    aroundTheClock: false,
  };
  const resource = target?.resource;
  switch (resource?.resourceType) {
    case 'Practitioner':
      return named(
        display ?? fullName(resource.name),
        { ...bare, npi: npiOf(resource.identifier), telephone: telephone(resource.telecom) },
        fullName(resource.name),
      );
    case 'Organization':
      return named(
        display,
        { ...bare, npi: npiOf(resource.identifier), telephone: telephone(resource.telecom) },
        clean(resource.name),
      );
    case 'Location':
    case 'HealthcareService':
      return named(display, { ...bare, telephone: telephone(resource.telecom) }, clean(resource.name));
    case 'PractitionerRole':
      return describeRole(resource, display, bare, find);
    case 'RelatedPerson':
    case 'Patient':
      return named(display, { ...bare, telephone: telephone(resource.telecom) }, fullName(resource.name));
    default: {
      const npi =
        target?.identifier && sameSystem(target.identifier.system) === NPI ? target.identifier.value : undefined;
      return named(display, { ...bare, npi }, undefined);
    }
  }
}

function describeRole(
  role: PractitionerRole,
  display: string | undefined,
  bare: Omit<Party, 'name'>,
  find: (reference: Reference | undefined) => Target | undefined,
): Party | undefined {
  const person = find(role.practitioner)?.resource;
  const practitioner = person?.resourceType === 'Practitioner' ? person : undefined;
  const place = find(role.organization)?.resource;
  const organization = place?.resourceType === 'Organization' ? place : undefined;
  const title = nameOf(role.code?.[0]) ?? nameOf(role.specialty?.[0]);
  // A line that is answered around the clock belongs to nobody in person: its name is its role.
  const name = fullName(practitioner?.name) ?? clean(role.practitioner?.display) ?? display ?? title;
  return named(
    name,
    {
      ...bare,
      npi:
        npiOf(practitioner?.identifier) ??
        npiOf(role.identifier) ??
        (role.practitioner ? undefined : npiOf(organization?.identifier)),
      role: title,
      organization: clean(organization?.name) ?? clean(role.organization?.display),
      telephone: telephone(role.telecom) ?? telephone(practitioner?.telecom) ?? telephone(organization?.telecom),
      aroundTheClock: isAroundTheClock(role.availableTime),
    },
    title,
  );
}

function named(name: string | undefined, party: Omit<Party, 'name'>, otherwise: string | undefined): Party | undefined {
  const called = name ?? otherwise;
  if (called === undefined && party.npi === undefined && party.directory === undefined) return undefined;
  return { ...party, name: called };
}

function directoryOf(target: Target | undefined): NamedParty['directory'] {
  const table = DIRECTORY_TABLE[target?.type as keyof typeof DIRECTORY_TABLE];
  return target && table ? { table, id: rowId(target.source, target.type, target.id) } : undefined;
}
