import type { DiagnosticReport, FhirResource, Observation, Reference } from 'fhir/r4';
import { quoted, UnreadableResourceError } from '../fhir/unreadable.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { mapObservation } from './observation/observation.ts';

/**
 * The results that a report carries inside itself. They have no life of their own: they come, change and go with the
 * report, and bear its source and version. What they leave unsaid of time and performer, the report says.
 * @throws {UnreadableResourceError} when one of them is about somebody else.
 */
export function containedResults(report: DiagnosticReport, context: MappingContext): MappedRow[] {
  const contained = new Map(
    ((report.contained ?? []) as FhirResource[])
      .filter((one) => one.resourceType === 'Observation')
      .map((one) => [one.id?.replace(/^#/, '') ?? '', one]),
  );
  const groups = groupsOf(report.result ?? [], contained);
  return [...groups].flatMap(([id, group]) => {
    const observation = contained.get(id);
    if (observation === undefined || observation.status === 'entered-in-error') return [];
    if (!isAbout(observation, context))
      throw new UnreadableResourceError(`DiagnosticReport contains a result of somebody else: ${quoted(`#${id}`)}`);
    return mapObservation({ ...saidBy(report, observation), ...observation }, context.within(observation, id, group));
  });
}

/** Ids of the contained results that the report names, or that one of them has as a member, with that one's id. */
function groupsOf(
  named: readonly Reference[],
  contained: ReadonlyMap<string, Observation>,
  group?: string,
  found = new Map<string, string | undefined>(),
): ReadonlyMap<string, string | undefined> {
  for (const { reference } of named) {
    const id = reference?.startsWith('#') ? reference.slice(1) : undefined;
    const observation = id === undefined ? undefined : contained.get(id);
    if (id === undefined || observation === undefined) continue;
    // Named by the report and by its panel it is still a part of the panel.
    const known = found.has(id);
    if (!known || found.get(id) === undefined) found.set(id, group);
    if (!known) groupsOf(observation.hasMember ?? [], contained, id, found);
  }
  return found;
}

function isAbout({ subject }: Observation, context: MappingContext): boolean {
  return subject === undefined || context.isPatient(subject);
}

function saidBy({ effectiveDateTime, effectivePeriod, issued, performer }: DiagnosticReport, own: Observation) {
  const isDated = own.effectiveDateTime ?? own.effectivePeriod ?? own.effectiveInstant ?? own.effectiveTiming;
  return {
    ...(isDated === undefined && effectiveDateTime !== undefined && { effectiveDateTime }),
    ...(isDated === undefined && effectivePeriod !== undefined && { effectivePeriod }),
    ...(issued !== undefined && { issued }),
    ...(performer !== undefined && { performer }),
  };
}
