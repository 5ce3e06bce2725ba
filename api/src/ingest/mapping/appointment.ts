import type { Appointment } from 'fhir/r4';
import { clean, nameOf } from '../fhir/concepts.ts';
import { moment } from '../fhir/dates.ts';
import { closedCode } from '../fhir/values.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { STATUS } from './statuses.ts';

export function mapAppointment(appointment: Appointment, context: MappingContext): MappedRow[] {
  const parties = (appointment.participant ?? [])
    .map(({ actor }) => context.party(actor))
    .filter((party) => party !== undefined && party.type !== 'Patient');
  const named = (...types: readonly string[]) =>
    parties.find((party) => types.includes(party?.type ?? ''))?.name ?? null;
  const service = nameOf(appointment.serviceType?.[0]) ?? null;
  return [
    {
      table: 'appointment',
      id: context.rowId,
      values: {
        needs: context.needs('appointment'),
        description: clean(appointment.description) ?? service ?? nameOf(appointment.appointmentType) ?? 'Appointment',
        serviceType: service,
        status: closedCode(appointment.status, 'Appointment.status', STATUS.appointment) ?? null,
        startsAt:
          (
            moment(appointment.start, 'Appointment.start') ??
            moment(appointment.requestedPeriod?.[0]?.start, 'Appointment.requestedPeriod.start')
          )?.at ?? null,
        endsAt:
          (
            moment(appointment.end, 'Appointment.end') ??
            moment(appointment.requestedPeriod?.[0]?.end, 'Appointment.requestedPeriod.end')
          )?.at ?? null,
        practitionerName: named('Practitioner', 'PractitionerRole'),
        locationName: named('Location', 'HealthcareService', 'Organization'),
      },
    },
  ];
}
