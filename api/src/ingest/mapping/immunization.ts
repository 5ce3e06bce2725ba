import type { Immunization } from 'fhir/r4';
import { codeColumns, nameOf } from '../fhir/concepts.ts';
import { moment, partial } from '../fhir/dates.ts';
import { CVX } from '../fhir/systems.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import { closedCode } from '../fhir/values.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { STATUS } from './statuses.ts';

export function mapImmunization(immunization: Immunization, context: MappingContext): MappedRow[] {
  const display = nameOf(immunization.vaccineCode);
  if (display === undefined) throw new UnreadableResourceError('Immunization has no vaccine code');
  const given = moment(immunization.occurrenceDateTime, 'Immunization.occurrenceDateTime');
  return [
    {
      table: 'immunization',
      id: context.rowId,
      values: {
        needs: context.needs('immunization'),
        ...codeColumns(immunization.vaccineCode, CVX),
        display,
        status: closedCode(immunization.status, 'Immunization.status', STATUS.immunization) ?? null,
        givenOn: given?.on ?? null,
        givenPrecision: partial(given),
      },
    },
  ];
}
