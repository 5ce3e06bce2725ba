import type { AllergyIntolerance } from 'fhir/r4';
import { clean, codeColumns, codesOf, hasCode, nameOf } from '../fhir/concepts.ts';
import { moment } from '../fhir/dates.ts';
import { RXNORM, SNOMED } from '../fhir/systems.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import { statusCode } from './condition.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { STATUS } from './statuses.ts';

/** "No known allergy", and the same for drugs, food and environment. */
const NONE_KNOWN = ['716186003', '409137002', '429625007', '428607008'];

export function mapAllergyIntolerance(allergy: AllergyIntolerance, context: MappingContext): MappedRow[] {
  const substance = allergy.code ?? allergy.reaction?.[0]?.substance;
  const display = nameOf(substance);
  if (display === undefined) throw new UnreadableResourceError('AllergyIntolerance has no code: to what is not said');
  const reactions = (allergy.reaction ?? []).flatMap(({ manifestation, severity }) => {
    const words = (manifestation ?? [])
      .map(nameOf)
      .filter((name) => name !== undefined)
      .join(', ');
    return words === '' ? [] : [severity ? `${words} (${severity})` : words];
  });
  return [
    {
      table: 'allergy_intolerance',
      id: context.rowId,
      values: {
        needs: context.needs('allergy'),
        ...codeColumns(substance, RXNORM, SNOMED),
        display,
        clinicalStatus: statusCode(allergy.clinicalStatus, 'AllergyIntolerance.clinicalStatus', STATUS.allergyClinical),
        verificationStatus: statusCode(
          allergy.verificationStatus,
          'AllergyIntolerance.verificationStatus',
          STATUS.verification,
        ),
        criticality: clean(allergy.criticality) ?? null,
        reaction: clean(reactions.join('; ')) ?? null,
        recordedOn:
          (
            moment(allergy.recordedDate, 'AllergyIntolerance.recordedDate') ??
            moment(allergy.onsetDateTime, 'AllergyIntolerance.onsetDateTime')
          )?.on ?? null,
        statesNone: hasCode(codesOf(allergy.code), SNOMED, ...NONE_KNOWN),
      },
    },
  ];
}
