// FHIR resources in the shapes that vendors send, in few words, about Rosa.
import { dayIn } from '#api/chart/index.ts';
import { ABOUT_ROSA } from '#test/ingest/feed.ts';

export type Resource = { readonly resourceType: string } & Record<string, unknown>;
export interface VendorCase {
  readonly name: string;
  readonly asked: string;
  readonly label: 'repeat' | 'new';
  readonly sent: readonly Resource[];
}
export const cases = (
  label: VendorCase['label'],
  ...all: [name: string, asked: string, ...sent: Resource[]][]
): VendorCase[] => all.map(([name, asked, ...sent]) => ({ name, asked, label, sent }));

interface Concept {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
  readonly text?: string;
}
interface Result {
  readonly value?: number;
  readonly unit?: string;
  /** A value that came as words, as a code, or not at all. */
  readonly text?: string;
  readonly coded?: string;
  readonly absent?: string;
  readonly low?: number;
  readonly high?: number;
  readonly interpretation?: string;
  readonly status?: string;
  /** Effective as a period, or as a day without a time. */
  readonly period?: true;
  readonly dayOnly?: true;
}

let count = 0;
const id = () => `v${++count}`;
/** The day as who wrote it down saw it, where the clinic is: by Greenwich it may be tomorrow. */
const dayOf = (at: string) => dayIn('America/Phoenix', new Date(at));
const daysBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const concept = ({ system, code, display, text }: Concept) => ({
  ...(code === undefined ? {} : { coding: [{ system, code, ...(display === undefined ? {} : { display }) }] }),
  ...(text === undefined ? {} : { text }),
});

export function observation(days: number, code: Concept, result: Result = {}): Resource {
  const at = daysBefore(days);
  const { value, unit, text, coded, absent, low, high, interpretation, status = 'final', period, dayOnly } = result;
  return {
    resourceType: 'Observation',
    id: id(),
    status,
    ...ABOUT_ROSA,
    category: [{ coding: [{ code: 'laboratory' }] }],
    code: concept(code),
    ...(period ? { effectivePeriod: { start: at, end: at } } : { effectiveDateTime: dayOnly ? dayOf(at) : at }),
    ...(value === undefined ? {} : { valueQuantity: { value, ...(unit === undefined ? {} : { unit }) } }),
    ...(text === undefined ? {} : { valueString: text }),
    ...(coded === undefined ? {} : { valueCodeableConcept: { text: coded } }),
    ...(absent === undefined ? {} : { dataAbsentReason: { text: absent }, note: [{ text: absent }] }),
    ...(low === undefined ? {} : { referenceRange: [{ low: { value: low, unit }, high: { value: high, unit } }] }),
    ...(interpretation === undefined ? {} : { interpretation: [{ coding: [{ code: interpretation }] }] }),
  };
}

/** A panel with its members, by LOINC code, in one of the five ways in which systems tie them together. */
export function panel(
  days: number,
  code: Concept,
  members: Readonly<Record<string, number>>,
  how: 'result' | 'hasMember' | 'contained' | 'containedMember' | 'component',
  abnormal: readonly string[] = [],
  status = 'final',
): Resource[] {
  const of = Object.entries(members).map(([loinc, value]) =>
    observation(
      days,
      { system: 'http://loinc.org', code: loinc },
      { value, interpretation: abnormal.includes(loinc) ? 'H' : 'N' },
    ),
  );
  const refer = (local: boolean) =>
    of.map((one) => ({ reference: local ? `#${String(one['id'])}` : `Observation/${String(one['id'])}` }));
  switch (how) {
    case 'result':
      return [report(days, code, { status, result: refer(false) }), ...of];
    case 'contained':
      return [report(days, code, { contained: of, result: refer(true) })];
    case 'hasMember':
      return [{ ...observation(days, code), hasMember: refer(false) }, ...of];
    case 'containedMember':
      return [{ ...observation(days, code), contained: of, hasMember: refer(true) }];
    case 'component':
      return [
        {
          ...observation(days, code),
          component: of.map(({ code: part, valueQuantity, interpretation }) => ({
            code: part,
            valueQuantity,
            interpretation,
          })),
        },
      ];
  }
}

export const report = (days: number, code: Concept, more: Record<string, unknown>): Resource => ({
  resourceType: 'DiagnosticReport',
  id: id(),
  status: 'final',
  ...ABOUT_ROSA,
  code: concept(code),
  effectiveDateTime: daysBefore(days),
  ...more,
});
export const imaging = (days: number, text: string): Resource =>
  report(days, { text }, { category: [{ text: 'Radiology' }] });

export const study = (days: number, modality: string, site?: string, description?: string): Resource => ({
  resourceType: 'ImagingStudy',
  id: id(),
  status: 'available',
  ...ABOUT_ROSA,
  started: daysBefore(days),
  modality: [{ system: 'http://dicom.nema.org/resources/ontology/DCM', code: modality }],
  ...(description === undefined ? {} : { description }),
  ...(site === undefined ? {} : { series: [{ uid: id(), modality: { code: modality }, bodySite: { display: site } }] }),
});

export const procedure = (
  days: number,
  code: Concept,
  { site, status = 'completed' }: { site?: string; status?: string },
): Resource => ({
  resourceType: 'Procedure',
  id: id(),
  status,
  ...ABOUT_ROSA,
  code: concept(code),
  performedDateTime: daysBefore(days),
  ...(site === undefined ? {} : { bodySite: [{ text: site }] }),
});

export const stay = (from: number, to: number): Resource => ({
  resourceType: 'Encounter',
  id: id(),
  status: 'finished',
  ...ABOUT_ROSA,
  class: { code: 'IMP' },
  period: { start: daysBefore(from), end: daysBefore(to) },
});

export const normal = { interpretation: 'N' };
export const order = (code: object, status = 'active'): Resource => ({
  resourceType: 'ServiceRequest',
  id: crypto.randomUUID(),
  status,
  intent: 'order',
  ...ABOUT_ROSA,
  code,
  authoredOn: new Date(Date.now() - 3 * 86_400_000).toISOString(),
});
/** The same observation with its day under another name. */
export function dated(name: 'effectiveInstant' | 'issued', { effectiveDateTime, ...rest }: Resource): Resource {
  return { ...rest, [name]: effectiveDateTime } as Resource;
}
export const reported = (text: string, conclusion: string, d = 20) =>
  report(d, { text }, { category: [{ text: 'Radiology' }], conclusion });
export const METABOLIC = ['2345-7', '3094-0', '2160-0', '17861-6', '2951-2', '2823-3', '2075-0', '2028-9'];
export const LIVER = ['1751-7', '1975-2', '6768-6', '1742-6', '1920-8'];
export const normalResults = (codes: string[], d = 10) =>
  codes.map((code) => observation(d, { system: 'http://loinc.org', code }, { value: 5, ...normal }));
export const MARKER = {
  meta: { profile: ['http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-tumor-marker-test'] },
};
