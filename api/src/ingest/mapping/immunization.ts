import type { Immunization } from 'fhir/r4';
import { codeColumns, codesOf, nameOf } from '../fhir/concepts.ts';
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
        performerName: placeOf(immunization, context),
      },
    },
  ];
}

const ORDERED_ONLY = 'OP';

/** Where it was given: an institution, or else whoever gave it. Who only ordered it is neither. */
function placeOf({ performer = [], location }: Immunization, context: MappingContext): string | null {
  const givers = performer
    .filter((one) => !codesOf(one.function).some(({ code }) => code === ORDERED_ONLY))
    .map(({ actor }) => context.party(actor))
    .filter((party) => party !== undefined);
  const [institution] = givers.flatMap(
    ({ type, name, organization }) => (type === 'Organization' ? name : organization) ?? [],
  );
  return institution ?? context.nameOf(location) ?? givers[0]?.name ?? null;
}
