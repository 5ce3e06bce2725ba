import type { CareTeam, Consent, FhirResource, Patient, Reference } from 'fhir/r4';
import { isPast } from '../fhir/dates.ts';
import { isBlanketDenial, isPrivacyInForce } from '../mapping/consent.ts';
import type { MappingContext } from '../mapping/context.ts';
import type { AccessFact, NamedParty } from './access-fact.ts';

/** What a resource says about who may read the patient. */
export function accessFacts(resource: FhirResource, context: MappingContext): AccessFact[] {
  switch (resource.resourceType) {
    case 'Patient':
      return patientFacts(resource, context);
    case 'CareTeam':
      return careTeamFacts(resource, context);
    case 'Consent':
      return consentFacts(resource, context);
    default:
      return [];
  }
}

/** The words that every fact of a resource begins with, so that those it no longer states can be found. */
export const factsOf = (type: string, id: string, source: string) => `${type}/${id} of ${source}`;

const begin = (resource: FhirResource, context: MappingContext) =>
  factsOf(resource.resourceType, resource.id ?? '', context.source);

function partyOf(reference: Reference | undefined, context: MappingContext, type?: string): NamedParty | undefined {
  const party = context.party(reference, type);
  if (party === undefined || (party.npi === undefined && party.directory === undefined)) return undefined;
  return { npi: party.npi, directory: party.directory };
}

const nameOfParty = ({ npi, directory }: NamedParty) => npi ?? directory?.id ?? '';

function patientFacts(patient: Patient, context: MappingContext): AccessFact[] {
  return (patient.generalPractitioner ?? []).flatMap((reference): AccessFact[] => {
    const party = partyOf(reference, context, 'Practitioner');
    if (party === undefined) return [];
    return [
      {
        kind: 'share',
        basis: 'primary-care-of-record',
        party,
        fact: `${begin(patient, context)}: generalPractitioner ${nameOfParty(party)}`,
      },
    ];
  });
}

/** Only a team at work, and only members who have not left it. */
function careTeamFacts(careTeam: CareTeam, context: MappingContext): AccessFact[] {
  if (careTeam.status !== undefined && careTeam.status !== 'active') return [];
  if (isPast(careTeam.period?.end)) return [];
  return (careTeam.participant ?? []).flatMap(({ member, period }): AccessFact[] => {
    const party = isPast(period?.end) ? undefined : partyOf(member, context);
    if (party === undefined) return [];
    return [
      {
        kind: 'share',
        basis: 'care-team',
        party,
        fact: `${begin(careTeam, context)}: participant ${nameOfParty(party)}`,
      },
    ];
  });
}

function consentFacts(consent: Consent, context: MappingContext): AccessFact[] {
  if (!isPrivacyInForce(consent) || consent.provision?.type !== 'deny') return [];
  const fact = begin(consent, context);
  if (isBlanketDenial(consent)) return [{ kind: 'deny', party: undefined, fact }];
  // Whom it names may be impossible to tell: then it is safer to hold back everybody than nobody.
  return (consent.provision.actor ?? []).map(({ reference }) => ({
    kind: 'deny',
    party: partyOf(reference, context),
    fact,
  }));
}
