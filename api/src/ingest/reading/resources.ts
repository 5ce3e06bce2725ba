import type { FhirResource } from 'fhir/r4';
import { UnreadableFileError, type Entry } from './entry.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
export const isResource = (value: unknown): value is FhirResource =>
  isObject(value) && typeof value['resourceType'] === 'string';

/** A place without a resource, under a name to be counted by. */
export function nothing(place: string, name = '(unreadable)'): Entry {
  return { resource: { resourceType: name } as unknown as FhirResource, fullUrl: undefined, place };
}

/** A bundle in a bundle is a message that was wrapped once more; beyond this it is somebody's joke, and deep enough to break us. */
const DEEPEST = 10;

/** What is counted where JSON is found that is no FHIR. */
export const NOT_FHIR = '(not FHIR)';

/**
 * The resources in one entry of a bundle. A bundle within a bundle is opened; an entry that deletes
 * or only answers has none, and is given under a name that says so, to be counted.
 */
export function resourcesOfEntry(entry: unknown, place: string, depth = 0): Entry[] {
  if (!isObject(entry)) return [nothing(place, NOT_FHIR)];
  const { resource, fullUrl, request } = entry;
  const { method, url } = isObject(request) ? request : {};
  if (resource === undefined) return [nothing(place, method === 'DELETE' ? '(deletion)' : '(entry without resource)')];
  if (!isResource(resource)) return [nothing(place, NOT_FHIR)];
  if (resource.resourceType === 'Bundle') return resourcesOf(resource, `${place}, `, depth + 1);
  const address = typeof fullUrl === 'string' ? fullUrl : undefined;
  return [{ resource: named(resource, address, url), fullUrl: address, place }];
}

/**
 * The resources in a parsed document: a bundle of any type, an array, or one resource.
 * @throws {UnreadableFileError} when bundles lie in bundles without end.
 */
export function resourcesOf(json: unknown, within = '', depth = 0): Entry[] {
  if (depth > DEEPEST) throw new UnreadableFileError(`has bundles within bundles, more than ${DEEPEST} deep`);
  if (Array.isArray(json)) {
    return json.flatMap((item, index) =>
      resourcesOfEntry(isResource(item) ? { resource: item } : item, `${within}item ${index + 1}`, depth),
    );
  }
  if (!isResource(json)) return [nothing(within, NOT_FHIR)];
  if (json.resourceType !== 'Bundle')
    return [{ resource: named(json, undefined, undefined), fullUrl: undefined, place: within }];
  const entries: unknown = json.entry ?? [];
  if (!Array.isArray(entries)) return [nothing(within, NOT_FHIR)];
  return entries.flatMap((entry: unknown, index) => resourcesOfEntry(entry, `${within}entry ${index + 1}`, depth));
}

/** A resource without an id takes the one that its address or its request names. */
function named(resource: FhirResource, fullUrl: string | undefined, url: unknown): FhirResource {
  if (typeof resource.id === 'string' && resource.id !== '') return resource;
  const id = /^urn:uuid:(.+)$/.exec(fullUrl ?? '')?.[1] ?? lastPart(fullUrl, resource) ?? lastPart(url, resource);
  return id === undefined ? resource : { ...resource, id };
}

function lastPart(url: unknown, { resourceType }: FhirResource): string | undefined {
  const [type, id] = typeof url === 'string' ? url.split('/').slice(-2) : [];
  return type === resourceType && /^[A-Za-z0-9.-]{1,64}$/.test(id ?? '') ? id : undefined;
}
