import { describe, expect, test } from 'vitest';
import { ABOUT_ROSA, coded, rowsIn } from '#test/ingest/mapped.ts';
import { ICD10CM, portage, RXNORM, SNOMED } from '../fhir/systems.ts';

const mcode = (name: string) => `http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-${name}`;
const CANCER = { resourceType: 'Condition', id: 'cancer', ...ABOUT_ROSA, code: coded(ICD10CM, 'C50.911') };
const procedure = (code: object, more: object = {}) =>
  ({ resourceType: 'Procedure', status: 'completed', ...ABOUT_ROSA, code, ...more }) as never;
const kindOf = (code: object, more: object = {}) => rowsIn('procedure', procedure(code, more), CANCER as never)[0];
const FOR_CANCER = { reasonReference: [{ reference: 'Condition/cancer' }] };

describe('a procedure', () => {
  test.each([
    [
      'Lumpectomy of breast (procedure)',
      { meta: { profile: [mcode('cancer-related-surgical-procedure')] } },
      'surgery',
      'oncology',
    ],
    ['Prostatectomy', FOR_CANCER, 'surgery', 'oncology'],
    ['Appendectomy', {}, 'other', 'clinical'],
    ['Autologous stem cell transplant', {}, 'transplant', 'oncology'],
    ['Kidney transplant', {}, 'other', 'clinical'],
    ['Mammography', {}, 'imaging', 'clinical'],
    ['Mammography', FOR_CANCER, 'imaging', 'oncology'],
    ['Biopsy of breast using ultrasonographic guidance', {}, 'other', 'clinical'],
    ['Chemotherapy (procedure)', {}, 'other', 'oncology'],
    ['Hospice care (regime/therapy))', {}, 'other', 'palliative'],
  ])('%s %o is %s, for %s', (text, more, kind, need) => {
    expect(kindOf({ text }, more)).toMatchObject({ kind, needs: [need] });
  });

  test('says what it was meant to do', () => {
    const intent = {
      extension: [
        {
          url: mcode('procedure-intent'),
          valueCodeableConcept: coded(SNOMED, '363676003', 'Palliative - procedure intent (qualifier value)'),
        },
      ],
    };
    expect(kindOf({ text: 'Chemotherapy' }, intent)?.treatmentIntent).toBe('palliative');
  });
});

describe('radiotherapy', () => {
  const course = {
    meta: { profile: [mcode('radiotherapy-course-summary')] },
    performedPeriod: { start: '2018-08-15', end: '2018-10-25' },
    bodySite: [coded(SNOMED, '78904004', 'Chest Wall Structure (body structure)')],
    extension: [
      { url: mcode('radiotherapy-sessions'), valueUnsignedInt: 31 },
      {
        url: mcode('radiotherapy-modality-and-technique'),
        extension: [
          { url: mcode('radiotherapy-modality'), valueCodeableConcept: { text: 'External beam, photons' } },
          { url: mcode('radiotherapy-technique'), valueCodeableConcept: { text: 'VMAT' } },
        ],
      },
      {
        url: mcode('radiotherapy-dose-delivered-to-volume'),
        extension: [
          { url: 'volume', valueReference: { reference: 'BodyStructure/volume' } },
          { url: 'totalDoseDelivered', valueQuantity: { value: 6000, code: 'cGy' } },
          { url: 'fractionsDelivered', valueUnsignedInt: 30 },
        ],
      },
      {
        url: mcode('radiotherapy-dose-delivered-to-volume'),
        extension: [{ url: 'totalDoseDelivered', valueQuantity: { value: 10, unit: 'Gy' } }],
      },
    ],
  };

  test('as a course has its sessions, technique and dose per volume in cGy', () => {
    const volume = {
      resourceType: 'BodyStructure',
      id: 'volume',
      patient: ABOUT_ROSA.subject,
      description: 'Chest wall',
    };
    const sent = procedure(coded(SNOMED, '1217123003'), course);
    expect(rowsIn('procedure', sent, volume as never)[0]).toMatchObject({
      kind: 'radiation',
      display: 'Radiotherapy',
      sessions: 31,
      modality: 'External beam, photons',
      technique: 'VMAT',
      startedOn: '2018-08-15',
      endedOn: '2018-10-25',
    });
    expect(rowsIn('radiotherapy_dose', sent, volume as never)).toMatchObject([
      { volume: 'Chest wall', doseCgy: 6000, fractions: 30 },
      { volume: 'Chest Wall Structure', doseCgy: 1000, fractions: null },
    ]);
  });

  test('of one day is a fraction, even under the profile of a whole course', () => {
    const day = procedure(
      {
        coding: [
          {
            system: 'http://hl7.org/fhir/us/mcode/CodeSystem/snomed-requested-cs',
            code: 'USCRS-33529',
            display: 'Radiotherapy Course of Treatment (regime/therapy)',
          },
        ],
      },
      {
        ...FOR_CANCER,
        meta: course.meta,
        performedPeriod: { start: '2020-08-16T22:00:00-04:00', end: '2020-08-17T01:00:00-04:00' },
      },
    );
    expect(rowsIn('procedure', day, CANCER as never)).toEqual([]);
    const [fraction] = rowsIn('radiotherapy_fraction', day, CANCER as never);
    expect(fraction).toMatchObject({ givenOn: '2020-08-16', display: 'Radiotherapy Course of Treatment' });
    expect(fraction?.courseKey).toBe(`USCRS-33529|${fraction?.reasonId}`);
  });

  test('over weeks without a dose is still a course', () => {
    expect(
      rowsIn(
        'procedure',
        procedure(
          { text: 'Teleradiotherapy procedure' },
          { performedPeriod: { start: '2022-01-01', end: '2022-02-03' } },
        ),
      ),
    ).toHaveLength(1);
  });
});

describe('a medicine', () => {
  const request = (name: string, more: object = {}) =>
    ({
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      ...ABOUT_ROSA,
      medicationCodeableConcept: coded(RXNORM, '1', name),
      ...more,
    }) as never;
  const use = (name: string, more: object = {}) => rowsIn('medication_use', request(name, more))[0];
  const own = (code: string) => ({ category: [coded(portage('medication-category'), code)] });

  test.each([
    ['Metformin 500 MG Oral Tablet', {}, 'other', 'clinical'],
    ['PACLitaxel 100 MG Injection', {}, 'cancer-systemic', 'oncology'],
    ['Prednisone', { meta: { profile: [mcode('cancer-related-medication-request')] } }, 'cancer-systemic', 'oncology'],
    ['pegfilgrastim 6 MG', {}, 'supportive', 'oncology'],
    ['Morphine 10 MG/ML', own('anticipatory'), 'anticipatory', 'palliative'],
    ['Dexamethasone 4 MG', own('supportive'), 'supportive', 'oncology'],
  ])('%s is %s, for %s', (name, more, category, need) => {
    expect(use(name, more)).toMatchObject({ category, needs: [need] });
  });

  test('ordered has its dose, dates, reason and why it ended', () => {
    expect(
      use('Cisplatin', {
        status: 'stopped',
        statusReason: { text: 'Treatment not tolerated' },
        authoredOn: '2022-01-04',
        dosageInstruction: [
          {
            text: '75 mg/m2 day 1',
            route: { text: 'IV' },
            doseAndRate: [{ doseQuantity: { value: 75, unit: 'mg/m2' } }],
            timing: { repeat: { boundsPeriod: { start: '2022-01-05', end: '2022-02-01' } } },
          },
        ],
        reasonCode: [{ text: 'Lung cancer' }],
      }),
    ).toMatchObject({
      startedOn: '2022-01-05',
      endedOn: '2022-02-01',
      doseAmount: 75,
      doseUnit: 'mg/m2',
      doseText: '75 mg/m2 day 1',
      route: 'IV',
      reason: 'Lung cancer',
      terminationReason: 'Treatment not tolerated',
    });
  });

  test('by reference is called as the medication is, contained or beside it', () => {
    const contained = {
      contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'Nizatidine' } }],
      medicationCodeableConcept: undefined,
      medicationReference: { reference: '#m' },
    };
    expect(use('', contained)?.display).toBe('Nizatidine');
    const beside = request('', {
      medicationCodeableConcept: undefined,
      medicationReference: { reference: 'Medication/m' },
    });
    expect(
      rowsIn('medication_use', beside, { resourceType: 'Medication', id: 'm', code: { text: 'Nizatidine' } })[0]
        ?.display,
    ).toBe('Nizatidine');
    expect(() => use('', { medicationCodeableConcept: undefined })).toThrow('names no medicine');
  });

  test('given belongs to what was ordered, and to its plan', () => {
    const given = {
      resourceType: 'MedicationAdministration',
      status: 'completed',
      ...ABOUT_ROSA,
      medicationCodeableConcept: { text: 'Paclitaxel' },
      effectiveDateTime: '2022-01-05',
      request: { reference: 'MedicationRequest/order' },
      dosage: { dose: { value: 140, unit: 'mg' } },
    };
    const order = request('Paclitaxel', { id: 'order', basedOn: [{ reference: 'CarePlan/plan' }] });
    const [administration] = rowsIn('medication_use', given as never, order);
    const [ordered] = rowsIn('medication_use', order);
    expect(administration).toMatchObject({ doseAmount: 140, doseUnit: 'mg', startedOn: '2022-01-05' });
    expect(administration?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(ordered?.carePlanId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('that is not to be given says so', () => {
    expect(use('Aspirin', { doNotPerform: true })?.display).toBe('Do not give: Aspirin');
  });
});
