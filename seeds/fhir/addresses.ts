import type * as fhir4 from 'fhir/r4';

export function fullUrl(resource: fhir4.FhirResource): string {
  return `${resource.meta!.source}/${resource.resourceType}/${resource.id}`;
}

/** Every reference below a node. */
export function* referencesIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) {
    for (const item of node) {
      yield* referencesIn(item);
    }
  } else if (node !== null && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      if (key === 'reference' && typeof value === 'string') {
        yield value;
      } else {
        yield* referencesIn(value);
      }
    }
  }
}

/**
 * A relative reference is relative to the server of the resource that holds it. What crosses from one feed to
 * another therefore becomes absolute, as it would in a real exchange.
 */
export function withAddresses<T>(
  resource: T & fhir4.FhirResource,
  addresses: ReadonlyMap<string, string>,
): T & fhir4.FhirResource {
  const base = `${resource.meta!.source}/`;
  const rewrite = (node: unknown): unknown => {
    if (Array.isArray(node)) {
      return node.map(rewrite);
    }
    if (node === null || typeof node !== 'object') {
      return node;
    }
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        const address = key === 'reference' && typeof value === 'string' ? addresses.get(value) : undefined;
        return [key, address && !address.startsWith(base) ? address : rewrite(value)];
      }),
    );
  };
  return rewrite(resource) as T & fhir4.FhirResource;
}
