import type { FhirResource } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { personBy } from '#seeds/people.ts';
import { scalePatients } from '#seeds/scale/index.ts';

const ASOF = new Date('2026-11-22T00:00:00Z');

describe('scale patients', () => {
  it('are the same for the same seed, and a longer run begins like a shorter one', () => {
    const short = [...scalePatients(5, 7, ASOF)];
    const long = [...scalePatients(8, 7, ASOF)].slice(0, 5);
    expect(JSON.stringify(long)).toBe(JSON.stringify(short));
    expect(JSON.stringify([...scalePatients(5, 8, ASOF)])).not.toBe(JSON.stringify(short));
  });

  it('have 300 observations on average, skewed, and give the demo physician three in a hundred', () => {
    const counts: number[] = [];
    let mine = 0;
    const gp = `Practitioner/npi-${personBy('pcp').npi}`;
    for (const bundle of scalePatients(2000, 1, ASOF)) {
      counts.push(bundle.entry!.filter((e) => e.resource?.resourceType === 'Observation').length);
      const patient = bundle.entry!.map((e) => e.resource as FhirResource).find((r) => r.resourceType === 'Patient');
      mine += patient?.generalPractitioner?.[0]?.reference === gp ? 1 : 0;
    }
    const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
    const median = counts.toSorted((a, b) => a - b)[counts.length / 2]!;
    expect(mean).toBeGreaterThan(285);
    expect(mean).toBeLessThan(315);
    expect(median).toBeLessThan(mean * 0.85);
    expect(mine).toBe(60);
  }, 30_000);

  it('refer only to what their bundle holds, and never to tomorrow', () => {
    for (const bundle of scalePatients(60, 3, ASOF)) {
      const resources = bundle.entry!.map((e) => e.resource!);
      const held = new Set(resources.map((r) => `${r.resourceType}/${r.id}`));
      expect(held.size).toBe(resources.length);
      const references = JSON.stringify(resources).matchAll(/"reference":"([^"]+)"/g);
      expect([...references].map((m) => m[1]!).filter((reference) => !held.has(reference))).toEqual([]);
      const dates = [
        ...JSON.stringify(resources).matchAll(
          /"(?:effectiveDateTime|authoredOn|birthDate|onsetDateTime)":"(\d{4}-\d\d-\d\d)/g,
        ),
      ];
      expect(dates.map((m) => m[1]!).filter((day) => day >= '2026-11-22')).toEqual([]);
    }
  });
});
