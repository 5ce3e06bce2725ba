import type * as fhir4 from 'fhir/r4';

export function fullUrl(resource: fhir4.FhirResource): string {
  return `${resource.meta!.source}/${resource.resourceType}/${resource.id}`;
}

/** Every reference below a node, added to `found`. */
export function collectReferences(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) {
      collectReferences(item, found);
    }
  } else if (node !== null && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'object') {
        collectReferences(value, found);
      } else if (key === 'reference' && typeof value === 'string') {
        found.add(value);
      }
    }
  }
}

/**
 * A relative reference is relative to the server of the resource that holds it. What crosses from one feed to
 * another therefore becomes absolute, as it would in a real exchange.
 */
export function withAddresses(
  resource: fhir4.FhirResource,
  addresses: ReadonlyMap<string, string>,
): fhir4.FhirResource {
  const base = `${resource.meta!.source}/`;
  const foreign = (reference: string) => addresses.get(reference)?.startsWith(base) === false;
  const references = new Set<string>();
  collectReferences(resource, references);
  if (![...references].some(foreign)) {
    return resource;
  }
  const rewrite = (node: unknown): unknown => {
    if (Array.isArray(node)) {
      return node.map(rewrite);
    }
    if (node === null || typeof node !== 'object') {
      return node;
    }
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        key === 'reference' && typeof value === 'string' && foreign(value) ? addresses.get(value) : rewrite(value),
      ]),
    );
  };
  return rewrite(resource) as fhir4.FhirResource;
}
