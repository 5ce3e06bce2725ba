import type { Location, Organization, Practitioner, PractitionerRole } from 'fhir/r4';
import { clean, nameOf } from '../fhir/concepts.ts';
import { addressLine, bestAddress, bestName, isAroundTheClock, npiOf, telephone } from '../fhir/people.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import { rowId } from '../references/row-id.ts';
import type { Target } from '../references/scope.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';

/** Providers: rows about no patient. */
export function mapPractitioner(practitioner: Practitioner, context: MappingContext): MappedRow[] {
  const { family, given } = bestName(practitioner.name);
  return [
    {
      table: 'practitioner',
      id: context.rowId,
      values: {
        familyName: family ?? null,
        givenName: given ?? null,
        npi: npiOf(practitioner.identifier) ?? null,
        specialty: nameOf(practitioner.qualification?.[0]?.code) ?? null,
        telephone: telephone(practitioner.telecom) ?? null,
      },
    },
  ];
}

export function mapOrganization(organization: Organization, context: MappingContext): MappedRow[] {
  const name = clean(organization.name) ?? clean(organization.alias?.[0]);
  if (name === undefined) throw new UnreadableResourceError('Organization has no name');
  return [
    {
      table: 'healthcare_organization',
      id: context.rowId,
      values: {
        name,
        npi: npiOf(organization.identifier) ?? null,
        telephone: telephone(organization.telecom) ?? null,
        address: addressLine(bestAddress(organization.address)) ?? null,
      },
    },
  ];
}

export function mapPractitionerRole(role: PractitionerRole, context: MappingContext): MappedRow[] {
  const directoryRow = (target: Target | undefined) =>
    target === undefined ? null : rowId(target.source, target.type, target.id);
  return [
    {
      table: 'practitioner_role',
      id: context.rowId,
      values: {
        practitionerId: directoryRow(context.find(role.practitioner, 'Practitioner')),
        healthcareOrganizationId: directoryRow(context.find(role.organization, 'Organization')),
        display: nameOf(role.code?.[0]) ?? null,
        specialty: nameOf(role.specialty?.[0]) ?? null,
        telephone: telephone(role.telecom) ?? null,
        aroundTheClock: isAroundTheClock(role.availableTime),
      },
    },
  ];
}

export function mapLocation(location: Location, context: MappingContext): MappedRow[] {
  const name = clean(location.name) ?? clean(location.description);
  if (name === undefined) throw new UnreadableResourceError('Location has no name');
  return [
    {
      table: 'location',
      id: context.rowId,
      values: { name, telephone: telephone(location.telecom) ?? null, address: addressLine(location.address) ?? null },
    },
  ];
}

/** What can be kept of a provider that is named by identifier and never sent: the name and, if it is one, the NPI. */
export function stubRow(target: Target & { display: string }): MappedRow | undefined {
  const id = rowId(target.source, target.type, target.id);
  const npi = npiOf(target.identifier ? [target.identifier] : []) ?? null;
  switch (target.type) {
    case 'Practitioner': {
      const { family, given } = bestName([{ text: target.display }]);
      return { table: 'practitioner', id, values: { familyName: family ?? null, givenName: given ?? null, npi } };
    }
    case 'Organization':
      return { table: 'healthcare_organization', id, values: { name: target.display, npi } };
    case 'Location':
      return { table: 'location', id, values: { name: target.display } };
    default:
      return undefined;
  }
}
