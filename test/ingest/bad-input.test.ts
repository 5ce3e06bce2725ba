import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ABOUT_ROSA, bundleOf, counts, openFeed, reasons, ROSA, rosaWith, weight, type Feed } from './feed.ts';

let feed: Feed;
beforeAll(async () => {
  feed = await openFeed();
  await feed.import(rosaWith());
});
afterAll(() => feed.close());

const weights = () =>
  feed.column<number>(`select value_number from observation where code = '29463-7' order by source_id`);

describe('a resource that cannot be taken in', () => {
  test('is refused with the reason, and its bundle is taken in', async () => {
    const before = await weights();
    const summary = await feed.import(
      rosaWith(
        weight('c1', 60),
        weight('c2', 'heavy'),
        weight('c3', 62, { effectiveDateTime: '31/12/2020' }),
        weight('c4', 63, { effectiveDateTime: '2150-01-01' }),
        weight('c5', 64),
      ),
    );
    expect(counts(summary)).toMatchObject({ created: 2, rejected: 3 });
    expect(summary.rejects).toMatchObject([
      {
        resourceType: 'Observation',
        sourceId: 'c2',
        reason: 'entry 3: Observation.valueQuantity.value "heavy" is not a number',
      },
      { sourceId: 'c3', reason: 'entry 4: Observation.effectiveDateTime "31/12/2020" is not a date' },
      { sourceId: 'c4', reason: 'entry 5: Observation.effectiveDateTime "2150-01-01" lies after 2100' },
    ]);
    expect(await weights()).toHaveLength(before.length + 2);
  });

  test('because the database refuses it takes no other with it', async () => {
    // A number that JSON can write and the column cannot hold.
    const huge = {
      resourceType: 'ImagingStudy',
      id: 'huge',
      status: 'available',
      ...ABOUT_ROSA,
      numberOfSeries: 99_999_999_999,
    };
    const summary = await feed.import(rosaWith(...Array.from({ length: 20 }, (_, n) => weight(`d${n}`, n)), huge));
    expect(counts(summary)).toMatchObject({ created: 20, rejected: 1 });
    expect(summary.rejects).toMatchObject([
      { sourceId: 'huge', reason: expect.stringMatching(/^the database refuses it: .*out of range/) },
    ]);
  });

  test('because of a name, a number or a source too long to be looked up by takes no other with it', async () => {
    // Random, as PostgreSQL packs what repeats itself.
    const long = randomBytes(20_000).toString('base64');
    const summary = await feed.import(
      bundleOf(
        { ...ROSA, id: 'long-name', name: [{ family: long }] },
        { ...ROSA, id: 'long-number', identifier: [{ value: long }] },
        { ...ROSA, id: 'long-source', meta: { source: `https://${long}` } },
        { ...ROSA, id: 'short' },
      ),
      { source: 'urn:long' },
    );
    expect(counts(summary)).toMatchObject({ created: 1, rejected: 3 });
    expect(new Set(reasons(summary))).toEqual(
      new Set(['has a name, number or address that is too long to be looked up by']),
    );
  });

  test('leaves what is stored of it', async () => {
    await feed.import(rosaWith(weight('e1', 60)));
    await feed.import(rosaWith(weight('e1', 'unreadable')));
    expect(await feed.value(`select value_number from observation where source_id = 'e1'`)).toBe(60);
  });

  test('because of NUL or half a character is mended instead', async () => {
    expect(
      counts(
        await feed.import(
          rosaWith(weight('f1', 60, { code: { text: 'Wei\u0000ght \uD800 x' }, note: [{ text: '\uDFFF' }] })),
        ),
      ),
    ).toMatchObject({ created: 1, rejected: 0 });
    expect(await feed.value(`select display from observation where source_id = 'f1'`)).toBe('Weight \uFFFD x');
  });
});

describe('a date to come', () => {
  test('is data: a visit next year, a value dated ahead', async () => {
    const summary = await feed.import(
      rosaWith(weight('g1', 60, { effectiveDateTime: '2029-05-01' }), {
        resourceType: 'Appointment',
        id: 'visit',
        status: 'booked',
        start: '2031-01-01T09:00:00Z',
        participant: [{ actor: ABOUT_ROSA.subject }],
      }),
    );
    expect(counts(summary)).toMatchObject({ created: 2, rejected: 0 });
  });

  test('of birth is refused, and nothing is made of that patient', async () => {
    const summary = await feed.import(
      bundleOf(
        { ...ROSA, id: 'unborn', birthDate: '2098-01-01' },
        { ...weight('g2', 3), subject: { reference: 'Patient/unborn' } },
      ),
    );
    expect(counts(summary)).toMatchObject({ created: 0, rejected: 2 });
    expect(reasons(summary)).toEqual([
      'entry 1: Patient.birthDate "2098-01-01" lies in the future',
      expect.stringContaining('who is neither in the import nor known from an earlier one'),
    ]);
  });
});

describe('codes that nobody knows', () => {
  test('are kept as they are; a status that FHIR does not have is refused', async () => {
    const summary = await feed.import(
      rosaWith(
        {
          resourceType: 'Condition',
          id: 'h1',
          ...ABOUT_ROSA,
          code: { coding: [{ system: 'urn:local', code: 'ZZ9' }] },
        },
        { ...weight('h2', 60), code: { coding: [{ system: 'http://loinc.org', code: '99999-9' }] } },
        weight('h3', 60, { status: 'finished' }),
      ),
    );
    expect(counts(summary)).toMatchObject({ created: 2, rejected: 1 });
    expect(reasons(summary)).toEqual(['entry 4: Observation.status "finished" is not a FHIR R4 code for it']);
    expect(
      await feed.column(
        `select display from condition where source_id = 'h1' union all select display from observation where source_id = 'h2'`,
      ),
    ).toEqual(['urn:local ZZ9', 'LOINC 99999-9']);
  });
});

describe('a bundle without a patient', () => {
  const loose = (id: string) =>
    bundleOf(
      { ...weight(id, 60), meta: { source: 'https://lab.example' }, subject: { reference: 'Patient/p9' } },
      { resourceType: 'Organization', id: 'lab', name: 'Mesa Lab' },
    );

  test('brings its providers; what is about somebody unknown is refused', async () => {
    const summary = await feed.import(loose('i1'));
    expect(counts(summary)).toMatchObject({ created: 1, rejected: 1 });
    expect(reasons(summary)).toEqual([
      'is about Patient/p9 of https://lab.example, who is neither in the import nor known from an earlier one',
    ]);
  });

  test('is taken in once the same source has sent the patient, and not before another has', async () => {
    await feed.import(bundleOf({ ...ROSA, id: 'p9' }), { source: 'https://other.example' });
    expect(counts(await feed.import(loose('i2')))).toMatchObject({ rejected: 1 });
    await feed.import(bundleOf({ ...ROSA, id: 'p9' }), { source: 'https://lab.example' });
    expect(counts(await feed.import(loose('i2')))).toMatchObject({ created: 1, rejected: 0 });
  });

  test('is taken in when another file of the same import brings the patient later', async () => {
    const early = bundleOf({ ...weight('i3', 60), subject: { reference: 'Patient/later' } });
    const late = bundleOf({ ...ROSA, id: 'later' });
    expect(counts(await feed.import([early, late], { source: 'https://late.example' }))).toMatchObject({
      created: 2,
      rejected: 0,
    });
  });

  test('says how to name the source when nobody did', async () => {
    expect(
      reasons(await feed.import(bundleOf({ ...weight('i4', 60), subject: { reference: 'Patient/nobody' } }))),
    ).toEqual([expect.stringContaining('--source can say where the file comes from')]);
  });
});

describe('an id that two sources use', () => {
  const one = { ...ROSA, id: 'same' };
  const other = {
    ...one,
    birthDate: '1990-09-09',
    name: [{ family: 'Chee', given: ['Leo'] }],
    identifier: [{ system: 'urn:x', value: '7' }],
  };

  test('is two patients', async () => {
    await feed.import(bundleOf(one), { source: 'urn:source:a' });
    await feed.import(bundleOf(other), { source: 'urn:source:b' });
    expect(await feed.column(`select family_name from patient where source_id = 'same' order by 1`)).toEqual([
      'Benally',
      'Chee',
    ]);
  });

  test('in one source, and plainly of somebody else, is refused with all that came along', async () => {
    const summary = await feed.import(
      bundleOf(other, { ...weight('j1', 60), subject: { reference: 'Patient/same' } }),
      { source: 'urn:source:a' },
    );
    expect(counts(summary)).toMatchObject({ created: 0, updated: 0, rejected: 2 });
    expect(new Set(reasons(summary))).toEqual(
      new Set([
        'Patient/same of urn:source:a is known already and is plainly somebody else: birth date, name and numbers all differ',
      ]),
    );
    expect(await feed.value(`select family_name from patient where source_system = 'urn:source:a'`)).toBe('Benally');
  });

  test('of somebody who has married or whose birth date was mended is the same person', async () => {
    const married = { ...one, name: [{ family: 'Tso', given: ['Rosa'] }] };
    expect(counts(await feed.import(bundleOf(married), { source: 'urn:source:a' }))).toMatchObject({
      updated: 1,
      rejected: 0,
    });
    expect(
      counts(await feed.import(bundleOf({ ...married, birthDate: '1961-02-04' }), { source: 'urn:source:a' })),
    ).toMatchObject({ updated: 1, rejected: 0 });
  });
});
