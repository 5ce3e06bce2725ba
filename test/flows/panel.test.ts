import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClinic, type Clinic, type OrganizationInClinic, type PatientInClinic } from '#test/kit/clinic.ts';
import { execute } from '#test/kit/execute.ts';

const PANEL = /* GraphQL */ `
  query Panel($first: Int! = 50, $after: String, $search: String) {
    patients(first: $first, after: $after, search: $search) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          headline {
            diagnosis
            phase
            lastChangeAt
            changesSincePreviousSignIn
          }
        }
      }
    }
  }
`;

interface PanelAnswer {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { id: string; name: string; headline: { diagnosis: string | null; phase: string } | null } }[];
}

describe('my patients', () => {
  let clinic: Clinic;
  let practice: OrganizationInClinic;
  let patients: PatientInClinic[];
  let token: string;
  const panel = async (variables: Record<string, unknown> = {}) => {
    const { data, codes } = await execute(clinic, token, PANEL, variables);
    expect(codes).toEqual([]);
    return data?.['patients'] as PanelAnswer;
  };

  beforeAll(async () => {
    clinic = await openClinic();
    practice = await clinic.organization();
    patients = [];
    for (const [family, given, birthDate, mrn] of [
      ['Pulido', 'Adán', '1961-03-12', '00412'],
      ['Muñoz', 'Ana', '1950-01-02', '00413'],
      ['Begay', 'Sarah', '1961-03-12', '00500'],
    ]) {
      const patient = await clinic.patient({ withRecord: true });
      await clinic.owner.query(
        `update patient set family_name = $2, given_name = $3, birth_date = $4, mrn = $5,
           name_search = lower(translate($2 || ' ' || $3 || ' ' || $2, 'áñ', 'an')) where id = $1`,
        [patient.id, family, given, birthDate, mrn],
      );
      await clinic.grant(patient).to(practice);
      patients.push(patient);
    }
    await clinic.patient({ withRecord: true });
    token = await (await clinic.person('community-clinician').of(practice)).signIn();
  });
  afterAll(() => clinic.close());

  it('are those who were granted, by name, and nobody else', async () => {
    const { edges, totalCount } = await panel();
    expect(edges.map(({ node }) => node.name)).toEqual(['BEGAY, Sarah', 'MUÑOZ, Ana', 'PULIDO, Adán']);
    expect(totalCount).toBe(3);
    expect(edges.every(({ node }) => node.headline?.diagnosis)).toBe(true);
  });

  it.each([
    ['adan', ['PULIDO, Adán']],
    ['PULIDO, Adán', ['PULIDO, Adán']],
    ['munoz', ['MUÑOZ, Ana']],
    ['1961-03-12', ['BEGAY, Sarah', 'PULIDO, Adán']],
    ['12 Mar 1961', ['BEGAY, Sarah', 'PULIDO, Adán']],
    ['00412', ['PULIDO, Adán']],
    ['004', ['MUÑOZ, Ana', 'PULIDO, Adán']],
    ['%', []],
    ['nobody', []],
  ])('are found by %s', async (search, names) => {
    expect((await panel({ search })).edges.map(({ node }) => node.name)).toEqual(names);
  });

  it('come a page at a time, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo, totalCount }: PanelAnswer = await panel({ first: 2, after });
      seen.push(...edges.map(({ node }) => node.id));
      expect(totalCount).toBe(3);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });

  it('are each named in the audit of the list', async () => {
    await panel();
    const { rows } = await clinic.owner.query<{ patient_id: string }>(
      `select patient_id from audit_event where action = 'patient:list' order by id desc limit 3`,
    );
    expect(new Set(rows.map((row) => row.patient_id))).toEqual(new Set(patients.map(({ id }) => id)));
  });

  it('are none for a role that reads no patients', async () => {
    const admin = await (await clinic.person('practice-administrator').of(practice)).signIn();
    const { data } = await execute(clinic, admin, PANEL);
    expect(data).toMatchObject({ patients: { totalCount: 0, edges: [] } });
  });

  it.each([
    [{ first: 0 }, 'BAD_USER_INPUT'],
    [{ first: 201 }, 'BAD_USER_INPUT'],
    [{ after: 'x' }, 'BAD_USER_INPUT'],
    [{ search: 'x'.repeat(201) }, 'BAD_USER_INPUT'],
  ])('refuse %j', async (variables, code) => {
    expect((await execute(clinic, token, PANEL, variables)).codes).toEqual([code]);
  });

  it('need a session', async () => {
    expect((await execute(clinic, undefined, PANEL)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await execute(clinic, 'a token that nobody was given', PANEL)).codes).toEqual(['UNAUTHENTICATED']);
  });
});
