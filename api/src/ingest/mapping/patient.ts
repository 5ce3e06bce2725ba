import type { Identifier, Patient } from 'fhir/r4';
import { foldName } from '#api/record/index.ts';
import { clean, codesOf, nameOf, wordsOf } from '../fhir/concepts.ts';
import { isBefore, isToCome, moment } from '../fhir/dates.ts';
import { addressLine, bestAddress, bestName, fullName, isSocialSecurityNumber, telephone } from '../fhir/people.ts';
import { quoted, UnreadableResourceError } from '../fhir/unreadable.ts';
import { extension } from '../fhir/values.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';

type Sex = 'female' | 'male' | 'other' | 'unknown';
const SEXES: ReadonlySet<string> = new Set<Sex>(['female', 'male', 'other', 'unknown']);

/** The patient, the numbers they are known by, whom to call, and their general practitioner. */
export function mapPatient(patient: Patient, context: MappingContext): MappedRow[] {
  const name = bestName(patient.name);
  const family = name.family ?? name.given;
  if (family === undefined) throw new UnreadableResourceError('Patient has no name: nobody could be sure who it is');
  const given = name.family === undefined ? '' : (name.given ?? '');
  const birth = moment(patient.birthDate, 'Patient.birthDate');
  const died = moment(patient.deceasedDateTime, 'Patient.deceasedDateTime');
  // Who is sent was born before, and who is sent as dead has died.
  if (birth && isToCome(birth))
    throw new UnreadableResourceError(`Patient.birthDate ${quoted(patient.birthDate)} lies in the future`);
  if (died && isToCome(died))
    throw new UnreadableResourceError(
      `Patient.deceasedDateTime ${quoted(patient.deceasedDateTime)} lies in the future`,
    );
  if (birth && died && isBefore(died, birth))
    throw new UnreadableResourceError(
      `Patient.deceasedDateTime ${quoted(patient.deceasedDateTime)} lies before the birth date`,
    );
  const address = bestAddress(patient.address);
  const row: MappedRow = {
    table: 'patient',
    id: context.patientId,
    values: {
      needs: context.needs('identity'),
      familyName: family,
      givenName: given,
      nameSearch: foldName(`${family} ${given} ${family}`).replaceAll(/\s+/g, ' ').trim(),
      birthDate: birth?.on ?? null,
      sex: SEXES.has(patient.gender ?? '') ? (patient.gender as Sex) : 'unknown',
      mrn: recordNumber(patient) ?? null,
      deceased: died !== undefined || patient.deceasedBoolean === true,
      deceasedAt: died?.at ?? null,
      telephone: telephone(patient.telecom) ?? null,
      address: addressLine(address) ?? null,
      city: clean(address?.city) ?? null,
      state: clean(address?.state) ?? null,
      language: languageOf(patient),
      tribalAffiliation: tribeOf(patient),
    },
  };
  return [
    row,
    ...identifierRows(patient, context),
    ...contactRows(patient, context),
    ...practitionerRows(patient, context),
  ];
}

const isRecordNumber = ({ type }: Identifier) => codesOf(type).some(({ code }) => code === 'MR');

function recordNumber(patient: Patient): string | undefined {
  return clean(patient.identifier?.find(isRecordNumber)?.value);
}

function identifierRows(patient: Patient, context: MappingContext): MappedRow[] {
  const kept = (patient.identifier ?? []).filter(
    (one) => clean(one.value) !== undefined && !isSocialSecurityNumber(one),
  );
  return kept.map((one) => ({
    table: 'patient_identifier',
    id: context.part('identifier', one.system ?? '', one.value ?? ''),
    values: {
      needs: context.needs('identity'),
      system: clean(one.system) ?? null,
      value: clean(one.value) ?? '',
      type: codesOf(one.type).find(({ code }) => code !== undefined)?.code ?? nameOf(one.type) ?? null,
    },
  }));
}

const isCarer = (relationship: fhir4.CodeableConcept): boolean => /\bcarer|care ?giver/.test(wordsOf(relationship));

function contactRows(patient: Patient, context: MappingContext): MappedRow[] {
  return (patient.contact ?? []).map((contact, index) => {
    const relationships = contact.relationship ?? [];
    // "Carer" is a task, which a wife or a neighbour may have: who the carer is says the other word.
    const kinship = relationships.find((one) => !isCarer(one)) ?? relationships[0];
    return {
      table: 'patient_contact',
      id: context.part('contact', index),
      values: {
        needs: context.needs('patientContact'),
        name:
          fullName(contact.name ? [contact.name] : undefined) ??
          context.nameOf(contact.organization) ??
          'Name not recorded',
        relationship: nameOf(kinship) ?? null,
        telephone: telephone(contact.telecom) ?? null,
        isCarer: relationships.some(isCarer),
      },
    };
  });
}

/** The general practitioner belongs to those who care for the patient, with or without a care team. */
function practitionerRows(patient: Patient, context: MappingContext): MappedRow[] {
  return (patient.generalPractitioner ?? []).flatMap((reference, index): MappedRow[] => {
    const party = context.party(reference, 'Practitioner');
    if (party === undefined) return [];
    return [
      {
        table: 'care_team_member',
        id: context.part('general-practitioner', index),
        values: {
          needs: context.needs('careTeam'),
          team: 'primary-care',
          name: party.name ?? 'Name not recorded',
          role: party.role ?? 'Primary care clinician',
          organizationName: party.organization ?? null,
          npi: party.npi ?? null,
          telephone: party.telephone ?? null,
          aroundTheClock: party.aroundTheClock,
          status: 'active',
        },
      },
    ];
  });
}

function languageOf(patient: Patient): string | null {
  const spoken = patient.communication?.find(({ preferred }) => preferred) ?? patient.communication?.[0];
  return nameOf(spoken?.language) ?? null;
}

function tribeOf(patient: Patient): string | null {
  const affiliation = extension(patient.extension, 'us-core-tribal-affiliation');
  return nameOf(extension(affiliation?.extension, 'tribalAffiliation')?.valueCodeableConcept) ?? null;
}
