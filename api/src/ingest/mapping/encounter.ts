import type { Encounter } from 'fhir/r4';
import { allCodesOf, clean, codesOf, hasCode, nameOf, wordsOf } from '../fhir/concepts.ts';
import { span } from '../fhir/dates.ts';
import { ICD10CM, SNOMED } from '../fhir/systems.ts';
import { closedCode } from '../fhir/values.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { STATUS } from './statuses.ts';

/** Palliative and hospice care where a code stands without words: regimes, admission to hospice, ICD-10-CM's palliative encounter. */
const PALLIATIVE_SNOMED = [
  '385763009',
  '103735009',
  '305336008',
  '305911006',
  '170935008',
  '428361000124107',
  '428371000124100',
  '183919006',
];
const PALLIATIVE_ICD10 = ['Z51.5'];

export function mapEncounter(encounter: Encounter, context: MappingContext): MappedRow[] {
  const when = span(encounter.period, 'Encounter.period');
  const concepts = [
    ...(encounter.type ?? []),
    encounter.serviceType,
    ...(encounter.reasonCode ?? []),
    encounter.hospitalization?.dischargeDisposition,
  ];
  const codes = [
    ...allCodesOf(encounter.type),
    ...codesOf(encounter.serviceType),
    ...allCodesOf(encounter.reasonCode),
    ...codesOf(encounter.hospitalization?.dischargeDisposition),
  ];
  const palliative =
    /palliat|hospice/.test(wordsOf(...concepts)) ||
    hasCode(codes, SNOMED, ...PALLIATIVE_SNOMED) ||
    hasCode(codes, ICD10CM, ...PALLIATIVE_ICD10);
  return [
    {
      table: 'encounter',
      id: context.rowId,
      values: {
        needs: context.needs(palliative ? 'palliativeEncounter' : 'encounter'),
        // A word by itself before STU3.
        class: clean(encounter.class?.code) ?? clean(encounter.class?.display) ?? clean(encounter.class) ?? null,
        display: nameOf(encounter.type?.[0]) ?? nameOf(encounter.serviceType) ?? null,
        status: closedCode(encounter.status, 'Encounter.status', STATUS.encounter) ?? null,
        startedAt: when.start?.at ?? null,
        endedAt: when.end?.at ?? null,
        reason: nameOf(encounter.reasonCode?.[0]) ?? clean(encounter.reasonReference?.[0]?.display) ?? null,
        locationName: context.nameOf(encounter.location?.[0]?.location),
        practitionerName: context.nameOf(
          encounter.participant?.find(({ individual }) => individual !== undefined)?.individual,
        ),
        organizationName: context.nameOf(encounter.serviceProvider),
        palliative,
      },
    },
  ];
}
