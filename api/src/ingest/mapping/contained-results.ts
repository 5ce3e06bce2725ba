import type { DiagnosticReport, FhirResource, Observation, Reference } from 'fhir/r4';
import { quoted, UnreadableResourceError } from '../fhir/unreadable.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { mapObservation } from './observation/observation.ts';

/** An observation, and the results that it carries inside itself as its members. */
export const mapObservationWithMembers = (observation: Observation, context: MappingContext): MappedRow[] => [
  ...mapObservation(observation, context),
  ...containedResults(observation, observation.hasMember, context),
];

/**
 * The results that a report or a panel carries inside itself. They have no life of their own: they come, change and go
 * with it, and bear its source and version. What they leave unsaid of time and performer, it says.
 * @param named those that it names as its results or members
 * @throws {UnreadableResourceError} when one of them is about somebody else.
 */
export function containedResults(
  container: DiagnosticReport | Observation,
  named: readonly Reference[] | undefined,
  context: MappingContext,
): MappedRow[] {
  const contained = new Map(
    ((container.contained ?? []) as FhirResource[])
      .filter((one) => one.resourceType === 'Observation')
      .map((one) => [one.id?.replace(/^#/, '') ?? '', one]),
  );
  const groups = groupsOf(named ?? [], contained);
  return [...groups].flatMap(([id, group]) => {
    const observation = contained.get(id);
    if (observation === undefined || observation.status === 'entered-in-error') return [];
    if (!isAbout(observation, context))
      throw new UnreadableResourceError(
        `${container.resourceType} contains a result of somebody else: ${quoted(`#${id}`)}`,
      );
    return mapObservation(
      { ...saidBy(container, observation), ...observation },
      context.within(observation, id, group),
    );
  });
}

/** Ids of the contained results that are named, or that one of them has as a member, with that one's id. */
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
    // Named by the container and by a panel beside it, it is a part of that panel.
    const known = found.has(id);
    if (!known || found.get(id) === undefined) found.set(id, group);
    if (!known) groupsOf(observation.hasMember ?? [], contained, id, found);
  }
  return found;
}

function isAbout({ subject }: Observation, context: MappingContext): boolean {
  return subject === undefined || context.isPatient(subject);
}

function saidBy(container: DiagnosticReport | Observation, own: Observation): Partial<Observation> {
  const { issued, performer } = container;
  return {
    ...(timeOf(own) === undefined && timeOf(container)),
    ...(issued !== undefined && { issued }),
    ...(performer !== undefined && { performer }),
  };
}

/** Whichever of its four forms the time has. */
function timeOf(one: DiagnosticReport | Observation): Partial<Observation> | undefined {
  const time = Object.entries(one).filter(([name]) => /^effective[A-Z]/.test(name));
  return time.length > 0 ? Object.fromEntries(time) : undefined;
}
