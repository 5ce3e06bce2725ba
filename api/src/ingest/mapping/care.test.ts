import { describe, expect, test } from 'vitest';
import { ABOUT_ROSA, coded, mapped, rowsIn } from '#test/ingest/mapped.ts';
import { LOINC, portage, SNOMED } from '../fhir/systems.ts';

const about = (resource: object) => ({ ...ABOUT_ROSA, ...resource }) as never;
const ADR = { scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', 'adr') };
const PRIVACY = { scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy') };
const consent = (more: object) =>
  ({ resourceType: 'Consent', status: 'active', patient: ABOUT_ROSA.subject, ...more }) as never;

describe('a care team', () => {
  const team = about({
    resourceType: 'CareTeam',
    status: 'active',
    category: [coded(portage('care-team'), 'oncology')],
    participant: [
      { member: { reference: 'Patient/rosa' } },
      { member: { reference: 'PractitionerRole/line' } },
      { role: [{ text: 'Oncologist' }], member: { reference: 'Practitioner/onc', display: 'Dr. Lovell' } },
    ],
  });
  const line = {
    resourceType: 'PractitionerRole',
    id: 'line',
    code: [{ text: 'Oncology nurse line' }],
    telecom: [{ system: 'phone', value: '555-0124' }],
    availableTime: [{ daysOfWeek: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], allDay: true }],
  };

  test('is its members, without the patient, and the line that is always answered', () => {
    expect(rowsIn('care_team_member', team, line as never)).toMatchObject([
      { team: 'oncology', name: 'Oncology nurse line', telephone: '555-0124', aroundTheClock: true },
      { team: 'oncology', name: 'Dr. Lovell', role: 'Oncologist', aroundTheClock: false },
    ]);
  });

  test('is known by its words where no category says it', () => {
    const named = (name: string) =>
      rowsIn(
        'care_team_member',
        about({ resourceType: 'CareTeam', name, participant: [{ member: { display: 'Dr. A' } }] }),
      )[0]?.team;
    expect([named('Hospice at home'), named('Breast cancer team'), named('Primary care'), named('Wound care')]).toEqual(
      ['palliative', 'oncology', 'primary-care', 'other'],
    );
  });

  test('that has ended gives nobody access', () => {
    const role = {
      resourceType: 'Practitioner',
      id: 'onc',
      identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567893' }],
      name: [{ text: 'Dr. Lovell' }],
    };
    expect(mapped(team, role as never).facts).toHaveLength(1 + 1);
    expect(mapped(about({ ...(team as object), status: 'inactive' }), role as never).facts).toEqual([]);
    expect(mapped(about({ ...(team as object), period: { end: '2020-01-01' } }), role as never).facts).toEqual([]);
  });
});

describe('a consent', () => {
  test.each([
    [
      {
        ...ADR,
        category: [{ ...coded('x', 'dnr'), text: 'Do not attempt resuscitation' }],
        provision: { type: 'deny' },
      },
      'code-status',
      'Do not attempt resuscitation',
      'palliative',
    ],
    [
      { ...ADR, category: [coded('x', 'acd', 'Advance care directive')] },
      'advance-directive',
      'Advance care directive',
      'palliative',
    ],
    [
      {
        ...PRIVACY,
        category: [{ text: 'Do not share' }],
        provision: { type: 'deny', actor: [{ reference: { display: 'Dr. X' } }] },
      },
      'privacy',
      'Do not share',
      'demographics',
    ],
  ])('%# is kept by its kind', (more, kind, display, need) => {
    expect(rowsIn('consent', consent(more))).toMatchObject([{ kind, display, needs: [need] }]);
  });

  test('that denies nobody by name denies everybody', () => {
    expect(rowsIn('consent', consent({ ...PRIVACY, provision: { type: 'deny' } }))[0]?.provision).toBe('deny-all');
    expect(mapped(consent({ ...PRIVACY, provision: { type: 'deny' } })).facts).toMatchObject([
      { kind: 'deny', party: undefined },
    ]);
  });

  const OF_PART = [
    ['a class', { class: [{ system: 'http://hl7.org/fhir/resource-types', code: 'MedicationRequest' }] }],
    ['a label', { securityLabel: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'PSY' }] }],
  ] as const;

  test.each(OF_PART)('of %s to nobody by name is refused while it is in force', (_what, part) => {
    const denial = (more: object = {}, provision: object = {}) =>
      mapped(consent({ ...PRIVACY, provision: { type: 'deny', ...part, ...provision }, ...more }));
    expect(() => denial()).toThrow('denies a class or label and names no actor');
    expect(denial({ status: 'inactive' }).facts).toEqual([]);
    expect(denial({}, { period: { end: '2020-01-01' } }).facts).toEqual([]);
    expect(denial({}, { actor: [{ reference: { display: 'Dr. X' } }] }).facts).toMatchObject([{ kind: 'deny' }]);
  });

  test('within a permission is refused', () => {
    const provision = { type: 'permit', provision: [{ type: 'deny', actor: [{ reference: { display: 'Dr. X' } }] }] };
    expect(() => mapped(consent({ ...PRIVACY, provision }))).toThrow('denies within a permission');
  });
});

test.each([
  [{ code: coded(LOINC, 'LA33471-6', 'No CPR: Do Not Attempt Resuscitation.') }, 'do-not-resuscitate', 'palliative'],
  [{ code: coded(SNOMED, '103696004', 'Patient referral to specialist (procedure)') }, 'referral', 'referral'],
  [{ code: { text: 'CBC' } }, 'order', 'clinical'],
  [{ code: { text: 'DXA' }, doNotPerform: true }, 'other', 'clinical'],
])('a request %o is %s, for %s', (more, kind, need) => {
  expect(
    rowsIn('service_request', about({ resourceType: 'ServiceRequest', status: 'active', intent: 'order', ...more })),
  ).toMatchObject([{ kind, needs: [need] }]);
});

test('a goal that is tied to nothing is the patient’s own; one with a measure is a target', () => {
  const goal = (more: object) =>
    rowsIn('goal', about({ resourceType: 'Goal', lifecycleStatus: 'active', ...more }))[0]?.needs;
  expect(goal({ description: { text: 'See the grandson graduate' } })).toEqual(['palliative']);
  expect(goal({ description: { text: 'HbA1c below 7' }, target: [{ dueDate: '2026-01-01' }] })).toEqual(['clinical']);
  expect(goal({ description: { text: 'Comfort at home' }, target: [{ dueDate: '2026-01-01' }] })).toEqual([
    'palliative',
  ]);
});

test('a plan has its activities, who does them and when', () => {
  const plan = about({
    resourceType: 'CarePlan',
    status: 'active',
    intent: 'order',
    category: [coded(portage('care-plan'), 'treatment-plan')],
    title: 'mFOLFOX6, 12 cycles',
    activity: [
      {
        detail: {
          status: 'scheduled',
          description: 'Cycle 3',
          scheduledPeriod: { start: '2026-12-01' },
          performer: [{ display: 'Dr. Lovell' }],
        },
      },
      { reference: { reference: 'ServiceRequest/1' } },
    ],
  });
  expect(rowsIn('care_plan', plan)).toMatchObject([
    { title: 'mFOLFOX6, 12 cycles', category: 'treatment-plan', needs: ['oncology'] },
  ]);
  expect(rowsIn('care_plan_activity', plan)).toMatchObject([
    { description: 'Cycle 3', dueOn: '2026-12-01', performerName: 'Dr. Lovell', needs: ['oncology'] },
  ]);
});

test('a red flag is oncology’s; a safety flag is not', () => {
  const flag = (code: string) =>
    rowsIn(
      'flag',
      about({
        resourceType: 'Flag',
        status: 'active',
        category: [coded('x', code)],
        code: { text: 'Fever 38.0 °C or more: call the line' },
      }),
    )[0]?.needs;
  expect([flag('clinical'), flag('safety')]).toEqual([['oncology'], ['clinical']]);
});

test('an appointment names whom to see and where, and not the patient', () => {
  const appointment = {
    resourceType: 'Appointment',
    status: 'booked',
    description: 'Oncology visit',
    start: '2026-12-01T16:00:00Z',
    participant: [
      { actor: ABOUT_ROSA.subject },
      { actor: { reference: 'Practitioner/1', display: 'Dr. Lovell' } },
      { actor: { reference: 'Location/1', display: 'Clinic 2' } },
    ],
  };
  expect(rowsIn('appointment', appointment as never)).toMatchObject([
    {
      description: 'Oncology visit',
      practitionerName: 'Dr. Lovell',
      locationName: 'Clinic 2',
      startsAt: '2026-12-01T16:00:00.000Z',
      needs: ['referral'],
    },
  ]);
});

test('hospice and palliative encounters are marked', () => {
  const encounter = (type: object) =>
    rowsIn(
      'encounter',
      about({ resourceType: 'Encounter', status: 'finished', class: { code: 'HH' }, type: [type] }),
    )[0];
  expect(encounter(coded(SNOMED, '305336008', 'Admission to hospice (procedure)'))).toMatchObject({
    palliative: true,
    display: 'Admission to hospice',
    needs: ['palliative'],
  });
  expect(encounter({ text: 'Office visit' })).toMatchObject({ palliative: false, needs: ['clinical'] });
});

test('"no known allergy" is a statement; an allergy has its reaction', () => {
  const allergy = (more: object) =>
    rowsIn('allergy_intolerance', {
      resourceType: 'AllergyIntolerance',
      patient: ABOUT_ROSA.subject,
      ...more,
    } as never)[0];
  expect(allergy({ code: coded(SNOMED, '716186003', 'No known allergy') })?.statesNone).toBe(true);
  expect(
    allergy({
      code: { text: 'Penicillin' },
      criticality: 'high',
      reaction: [{ manifestation: [{ text: 'Anaphylaxis' }], severity: 'severe' }],
    }),
  ).toMatchObject({ display: 'Penicillin', criticality: 'high', reaction: 'Anaphylaxis (severe)', statesNone: false });
});

test('an imaging study is its modality, area and name', () => {
  const study = {
    resourceType: 'ImagingStudy',
    status: 'available',
    ...ABOUT_ROSA,
    started: '2022-01-01T10:00:00Z',
    numberOfSeries: 1,
    series: [{ modality: { code: 'CT', display: 'Computed Tomography' }, bodySite: { display: 'Chest' } }],
    procedureCode: [{ text: 'CT chest' }],
  };
  expect(rowsIn('imaging_study', study as never)).toMatchObject([
    { modality: 'Computed Tomography', bodySite: 'Chest', description: 'CT chest', seriesCount: 1 },
  ]);
});

describe('a resource that cannot be about anybody', () => {
  test.each([
    [{ resourceType: 'Goal', subject: undefined }, 'Goal does not say which patient it is about'],
    [{ resourceType: 'Goal', subject: { reference: 'Group/1' } }, 'Goal is about a Group, not a patient'],
    [{ resourceType: 'Goal', subject: { reference: '???' } }, 'names a patient in a way that cannot be followed'],
    [{ resourceType: 'Goal', id: '' }, 'has no id'],
    [
      { resourceType: 'Flag', code: { text: 'x' }, status: 'bogus' },
      'Flag.status "bogus" is not a FHIR R4 code for it',
    ],
  ])('%o is refused: %s', (resource, reason) => {
    expect(() => mapped(about(resource))).toThrow(reason);
  });
});

test('what its source took back makes no rows', () => {
  expect(mapped(about({ resourceType: 'Flag', status: 'entered-in-error', code: { text: 'x' } }))).toMatchObject({
    withdrawn: true,
    rows: [],
    facts: [],
  });
});
