import type * as fhir4 from 'fhir/r4';
import { countWorkdays, isoDate, lastOfWorkdays, workdayAfter, type Day } from '#seeds/days.ts';
import { concept, intentExtension, mcode, SNOMED, text, type Intent } from './codes.ts';
import type { Chart } from './chart.ts';
import { clinicianReference, type ClinicianKey } from './directory.ts';

interface SurgeryFacts {
  condition: fhir4.Condition;
  on: Day;
  name: string;
  site?: string;
  intent?: Intent;
  outcome?: string;
  /** Only where the code is known for certain. */
  snomed?: string;
  by?: ClinicianKey;
}

export function surgery(chart: Chart, facts: SurgeryFacts): fhir4.Procedure {
  const on = workdayAfter(facts.on);
  return chart.add<fhir4.Procedure>(
    {
      resourceType: 'Procedure',
      extension: [intentExtension(facts.intent ?? 'curative')],
      status: 'completed',
      category: text('Surgical procedure'),
      code: facts.snomed ? concept(SNOMED, facts.snomed, facts.name) : text(facts.name),
      subject: chart.subject,
      performedDateTime: isoDate(on),
      performer: [{ actor: clinicianReference(facts.by ?? 'surgeon') }],
      reasonReference: [chart.reference(facts.condition)],
      ...(facts.site && { bodySite: [text(facts.site)] }),
      ...(facts.outcome && { outcome: text(facts.outcome) }),
    },
    { key: 'surgery', on, profile: mcode('cancer-related-surgical-procedure') },
  );
}

export function transplant(
  chart: Chart,
  facts: { condition: fhir4.Condition; on: Day; name: string; intent: Intent; outcome: string },
): void {
  chart.add<fhir4.Procedure>(
    {
      resourceType: 'Procedure',
      extension: [intentExtension(facts.intent)],
      status: 'completed',
      category: text('Transplant'),
      code: text(facts.name),
      subject: chart.subject,
      performedDateTime: isoDate(facts.on),
      performer: [{ actor: clinicianReference('haematologist') }],
      reasonReference: [chart.reference(facts.condition)],
      outcome: text(facts.outcome),
    },
    { key: 'transplant', on: facts.on },
  );
}

const PHOTONS = concept(SNOMED, '1156506007', 'External beam radiation therapy using photons');

const TECHNIQUES = {
  VMAT: concept(SNOMED, '1156530009', 'Volumetric modulated arc therapy'),
  '3D': concept(SNOMED, '1162782007', 'Three dimensional external beam radiation therapy'),
  stereotactic: text('Stereotactic body radiation therapy'),
  radiosurgery: text('Stereotactic radiosurgery'),
} as const;

interface RadiotherapyFacts {
  condition: fhir4.Condition;
  start: Day;
  intent: Intent;
  technique: keyof typeof TECHNIQUES;
  /** Treated in parallel unless it is a boost, which follows. Dose in cGy, as mCODE has it. */
  volumes: readonly { site: string; cGy: number; fractions: number; boost?: boolean }[];
}

/** One course, five fractions a week. Where the course is still running, what has been delivered so far. */
export function radiotherapy(chart: Chart, facts: RadiotherapyFacts): { start: Day; end: Day } {
  const main = Math.max(...facts.volumes.filter((v) => !v.boost).map((v) => v.fractions));
  const boost = Math.max(0, ...facts.volumes.filter((v) => v.boost).map((v) => v.fractions));
  const prescribed = main + boost;
  const start = workdayAfter(facts.start);
  const lastDay = lastOfWorkdays(start, prescribed);
  const running = lastDay > chart.lastDay;
  const delivered = running ? countWorkdays(start, chart.lastDay) : prescribed;
  const volumes = facts.volumes.map((volume) => {
    const done = Math.min(volume.fractions, volume.boost ? Math.max(0, delivered - main) : delivered);
    return { ...volume, done, cGyDone: Math.round((volume.cGy * done) / volume.fractions) };
  });
  chart.add<fhir4.Procedure>(
    {
      resourceType: 'Procedure',
      extension: [
        { url: mcode('radiotherapy-sessions'), valueUnsignedInt: delivered },
        intentExtension(facts.intent),
        {
          url: mcode('radiotherapy-modality-and-technique'),
          extension: [
            { url: mcode('radiotherapy-modality'), valueCodeableConcept: PHOTONS },
            { url: mcode('radiotherapy-technique'), valueCodeableConcept: TECHNIQUES[facts.technique] },
          ],
        },
        ...volumes.map((volume) => doseExtension(chart, volume.site, volume.cGyDone, volume.done, start)),
      ],
      status: running ? 'in-progress' : 'completed',
      code: concept(SNOMED, '1217123003', 'Radiotherapy course of treatment'),
      subject: chart.subject,
      performedPeriod: { start: isoDate(start), ...(!running && { end: isoDate(lastDay) }) },
      performer: [{ actor: clinicianReference('radiation') }],
      reasonReference: [chart.reference(facts.condition)],
      bodySite: [text(facts.volumes[0]!.site)],
      ...(running && { note: [{ text: `${delivered} of ${prescribed} fractions delivered` }] }),
    },
    { key: 'radiotherapy', on: running ? chart.lastDay : lastDay, profile: mcode('radiotherapy-course-summary') },
  );
  return { start, end: Math.min(lastDay, chart.lastDay) };
}

function doseExtension(chart: Chart, site: string, cGy: number, fractions: number, on: Day): fhir4.Extension {
  const volume = chart.add<fhir4.BodyStructure>(
    { resourceType: 'BodyStructure', description: site, location: text(site), patient: chart.subject },
    { key: 'volume', on, profile: mcode('radiotherapy-volume') },
  );
  return {
    url: mcode('radiotherapy-dose-delivered-to-volume'),
    extension: [
      { url: 'volume', valueReference: { ...chart.reference(volume), display: site } },
      {
        url: 'totalDoseDelivered',
        valueQuantity: { value: cGy, unit: 'cGy', system: 'http://unitsofmeasure.org', code: 'cGy' },
      },
      { url: 'fractionsDelivered', valueUnsignedInt: fractions },
    ],
  };
}

/** Brachytherapy is a course of its own, after the external beam. */
export function brachytherapy(
  chart: Chart,
  facts: { condition: fhir4.Condition; start: Day; end: Day; site: string; cGy: number; fractions: number },
): void {
  chart.add<fhir4.Procedure>(
    {
      resourceType: 'Procedure',
      extension: [
        { url: mcode('radiotherapy-sessions'), valueUnsignedInt: facts.fractions },
        intentExtension('curative'),
        {
          url: mcode('radiotherapy-modality-and-technique'),
          extension: [
            {
              url: mcode('radiotherapy-modality'),
              valueCodeableConcept: text('Intracavitary brachytherapy, high dose rate'),
            },
          ],
        },
        doseExtension(chart, facts.site, facts.cGy, facts.fractions, facts.start),
      ],
      status: 'completed',
      code: concept(SNOMED, '1217123003', 'Radiotherapy course of treatment'),
      subject: chart.subject,
      performedPeriod: { start: isoDate(facts.start), end: isoDate(facts.end) },
      performer: [{ actor: clinicianReference('radiation') }],
      reasonReference: [chart.reference(facts.condition)],
      bodySite: [text(facts.site)],
    },
    { key: 'radiotherapy', on: facts.end, profile: mcode('radiotherapy-course-summary') },
  );
}
