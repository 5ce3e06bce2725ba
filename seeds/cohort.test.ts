import type * as fhir4 from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import { stories } from '#seeds/cohort/index.ts';
import { demoCohort, demoPeople } from '#seeds/index.ts';

const ASOF = new Date('2026-11-22T10:15:00Z');
const { bundles } = demoCohort(ASOF);
const today = '2026-11-22';

type Kind = fhir4.FhirResource['resourceType'];

function resources(bundle: fhir4.Bundle): fhir4.FhirResource[] {
  return (bundle.entry ?? []).map((entry) => entry.resource as fhir4.FhirResource);
}

function of<T extends Kind>(bundle: fhir4.Bundle, type: T): Extract<fhir4.FhirResource, { resourceType: T }>[] {
  return resources(bundle).filter(
    (r): r is Extract<fhir4.FhirResource, { resourceType: T }> => r.resourceType === type,
  );
}

/** Every value of a key anywhere below a node. */
function valuesOf(node: unknown, wanted: string): unknown[] {
  if (Array.isArray(node)) {
    return node.flatMap((item) => valuesOf(item, wanted));
  }
  if (node === null || typeof node !== 'object') {
    return [];
  }
  return Object.entries(node).flatMap(([key, value]) => (key === wanted ? [value] : valuesOf(value, wanted)));
}

const diagnosedOn = (bundle: fhir4.Bundle) =>
  of(bundle, 'Condition').find((c) => c.meta?.profile?.[0]?.endsWith('primary-cancer-condition'))!.onsetDateTime!;

const isChronic = (r: fhir4.FhirResource) => !r.meta?.profile?.[0]?.includes('/mcode-');

/** When something was done to the patient; undefined for plans, letters and what is still to come. */
function happened(r: fhir4.FhirResource): string[] {
  switch (r.resourceType) {
    case 'Observation':
      return [r.effectiveDateTime!];
    case 'MedicationAdministration':
      return [r.effectiveDateTime!];
    case 'Procedure':
      return [r.performedDateTime ?? [r.performedPeriod!.start!, r.performedPeriod!.end ?? []].flat()].flat();
    case 'MedicationRequest':
      return [r.authoredOn!];
    case 'Immunization':
      return [r.occurrenceDateTime!];
    case 'Encounter':
      return [r.period!.start!, r.period!.end!];
    case 'DiagnosticReport':
      return [r.effectiveDateTime!];
    case 'Condition':
      return [r.onsetDateTime!];
    case 'ImagingStudy':
      return [r.started!];
    default:
      return [];
  }
}

describe('the demo cohort', () => {
  it('is the same to the byte for the same day, whatever the hour', { timeout: 30_000 }, () => {
    const later = demoCohort(new Date('2026-11-22T23:59:00Z'));
    expect(JSON.stringify(later)).toBe(JSON.stringify({ bundles }));
  });

  it('keeps its ids on another day', { timeout: 30_000 }, () => {
    const ids = (cohort: ReturnType<typeof demoCohort>) =>
      new Set(cohort.bundles.map((b) => of(b.bundle, 'Patient')[0]!.id));
    expect(ids(demoCohort(new Date('2027-03-01')))).toEqual(ids({ bundles }));
  });

  it('has a failing liver fail at either laboratory', () => {
    const { bundle } = bundles.find(({ name }) => name.includes('oyelaran'))!;
    const phosphatase = of(bundle, 'Observation')
      .filter(({ code }) => code.coding?.some((one) => one.code === '6768-6'))
      .toSorted((a, b) => a.effectiveDateTime!.localeCompare(b.effectiveDateTime!));
    expect(phosphatase.slice(-3).every(({ valueQuantity }) => valueQuantity!.value! > 250)).toBe(true);
  });

  it('covers every disease and every phase', () => {
    expect(bundles.length).toBeGreaterThanOrEqual(26);
    expect(new Set(bundles.map((b) => b.group)).size).toBe(9);
    expect([...new Set(bundles.map((b) => b.phase))].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'ACTIVE_TREATMENT',
      'ADVANCED',
      'DECEASED',
      'DIAGNOSIS',
      'HOSPICE',
      'PALLIATIVE',
      'SURVEILLANCE',
    ]);
  });

  it('is dealt over the practices', () => {
    const counts = Object.groupBy(bundles, (b) => b.practice ?? 'none');
    expect(Object.fromEntries(Object.entries(counts).map(([practice, list]) => [practice, list?.length]))).toEqual({
      'alder-street': 16,
      'bluff-road': 5,
      'cottonwood-creek': 4,
      'prairie-rural': 2,
      none: 6,
    });
  });
});

describe.each(bundles.map((b) => [b.name, b] as const))('%s', (_, { bundle, practice, phase }) => {
  const all = resources(bundle);
  const patient = of(bundle, 'Patient')[0]!;

  it('has one patient, unique ids and unique addresses', () => {
    expect(of(bundle, 'Patient')).toHaveLength(1);
    expect(new Set(all.map((r) => `${r.resourceType}/${r.id}`)).size).toBe(all.length);
    expect(new Set(bundle.entry!.map((e) => e.fullUrl)).size).toBe(all.length);
    expect(all.filter((r) => !/^[A-Za-z0-9.-]{1,64}$/.test(r.id!))).toEqual([]);
  });

  it('refers only to what the bundle holds, from the server that holds it', () => {
    const addresses = new Set(bundle.entry!.map((e) => e.fullUrl));
    const dangling = bundle.entry!.flatMap((entry) =>
      valuesOf(entry.resource, 'reference').filter(
        (reference) =>
          typeof reference === 'string' &&
          !addresses.has(reference.startsWith('https://') ? reference : `${entry.resource!.meta!.source}/${reference}`),
      ),
    );
    expect(dangling).toEqual([]);
  });

  it('says of every row where it came from and when, never in the future', () => {
    expect(all.filter((r) => !r.meta?.source?.startsWith('https://'))).toEqual([]);
    expect(all.filter((r) => r.meta!.lastUpdated! > `${today}T00:00:00Z`)).toEqual([]);
  });

  it('orders its dates: birth, diagnosis, treatment, death', () => {
    const diagnosed = diagnosedOn(bundle);
    const died = patient.deceasedDateTime;
    expect(patient.birthDate! < diagnosed).toBe(true);
    const last = died ? `${died}T24` : today;
    expect(all.filter((r) => happened(r).some((day) => day >= last)).map((r) => r.id)).toEqual([]);
    const early = all.filter(
      (r) => !isChronic(r) && r.resourceType !== 'Patient' && happened(r).some((day) => day < diagnosed),
    );
    // A marker may be what led to the diagnosis; nothing else of the cancer comes before it.
    expect(early.filter((r) => !/-lab-/.test(r.id!)).map((r) => r.id)).toEqual([]);
    const backwards = [
      ...of(bundle, 'CarePlan'),
      ...of(bundle, 'Encounter'),
      ...of(bundle, 'Flag'),
      ...of(bundle, 'CareTeam'),
    ].filter((r) => r.period?.end && r.period.end < r.period.start!);
    expect(backwards.map((r) => r.id)).toEqual([]);
    const orders = of(bundle, 'MedicationRequest').map((m) => [m.id, m.dispenseRequest?.validityPeriod] as const);
    expect(orders.filter(([, period]) => period?.end && period.end < period.start!)).toEqual([]);
  });

  it('books only the future', () => {
    const due = of(bundle, 'Appointment').filter((a) => a.start! < today);
    expect(due).toEqual([]);
    expect(phase === 'DECEASED' && of(bundle, 'Appointment').length > 0).toBe(false);
  });

  it('names the practice that may read it', () => {
    const npi = (id?: string) => of(bundle, 'Practitioner').find((p) => p.id === id)?.identifier?.[0]?.value;
    const account = (value?: string) => demoPeople.find((p) => p.npi === value);
    const gp = npi(patient.generalPractitioner?.[0]?.reference?.split('/')[1]);
    const team = of(bundle, 'CareTeam')
      .filter((t) => t.status === 'active')
      .flatMap((t) => t.participant ?? [])
      .map((p) => npi(p.member?.reference?.split('/')[1]?.replace(/-role$/, '')));
    expect([gp, ...team].some((value) => value && account(value)?.memberships[0]?.role === 'community-clinician')).toBe(
      practice !== undefined,
    );
    // The centre's own access rests on its people in a care team that is still at work.
    const centre = new Set(['oncologist@demo.example', 'palliative@demo.example']);
    expect(team.some((value) => centre.has(account(value)?.email ?? ''))).toBe(true);
  });

  it('keeps symptom scores within their instruments', () => {
    for (const o of of(bundle, 'Observation')) {
      const code = o.code.coding?.[0]?.code ?? '';
      const highest = code.startsWith('esas-')
        ? 10
        : code.startsWith('ipos-')
          ? 4
          : code === '89247-1'
            ? 4
            : code === 'pps'
              ? 100
              : undefined;
      if (highest !== undefined) {
        expect(Number.isInteger(o.valueInteger)).toBe(true);
        expect(o.valueInteger).toBeGreaterThanOrEqual(0);
        expect(o.valueInteger).toBeLessThanOrEqual(highest);
      }
    }
  });

  it('states laboratory values a body can have', () => {
    for (const o of of(bundle, 'Observation').filter((r) => r.valueQuantity)) {
      expect(o.valueQuantity!.value).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(o.valueQuantity!.value)).toBe(true);
    }
    const panels = of(bundle, 'DiagnosticReport').filter((d) => d.code.coding?.[0]?.code === '58410-2');
    for (const report of panels) {
      const value = (loinc: string) =>
        report.result!.flatMap(
          (ref) =>
            of(bundle, 'Observation').find(
              (o) => o.id === ref.reference!.split('/').at(-1) && o.code.coding?.[0]?.code === loinc,
            ) ?? [],
        )[0]!.valueQuantity!.value!;
      expect(value('751-8')).toBeLessThanOrEqual(value('6690-2'));
    }
  });

  it('states its stage where the aim is cure', () => {
    const curative = stories.find((s) => `tr-${s.facts.mrn}` === patient.id)!.curative;
    const primary = of(bundle, 'Condition').find((c) => c.meta?.profile?.[0]?.endsWith('primary-cancer-condition'))!;
    const groups = of(bundle, 'Observation').filter((o) => /-stage-\d+$/.test(o.id!));
    if (curative) {
      expect(primary.stage?.length).toBeGreaterThan(0);
      expect(groups.length).toBeGreaterThan(0);
    }
    expect(groups.filter((g) => !g.valueCodeableConcept?.text || !g.method || !g.focus)).toEqual([]);
  });

  it('carries its documents as text', () => {
    for (const document of of(bundle, 'DocumentReference')) {
      const { data, size } = document.content[0]!.attachment;
      const bytes = Buffer.from(data!, 'base64');
      expect(bytes.length).toBe(size);
      expect(bytes.toString('utf8')).toMatch(/\w{3}/);
      expect(bytes.toString('utf8')).not.toMatch(/undefined|NaN|\n {2}/);
    }
  });
});
