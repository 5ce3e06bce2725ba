// Portage with a practice whose EHR is registered, and a patient of it: everything that a call of a hook needs.
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { randomUUID } from 'node:crypto';
import { rowMaker } from '#test/kit/clinic-row.ts';
import { ago, DAY, type OrganizationInClinic, type PatientInClinic } from '#test/kit/clinic.ts';
import { serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';

const ISSUER = 'https://ehr.example/practice';
export const SIGN = '/cds-services/duplicate-tests-sign';
export const SELECT = '/cds-services/duplicate-tests-select';

export interface Card {
  uuid: string;
  summary: string;
  indicator: string;
  detail: string;
  selectionBehavior: string;
  suggestions: { actions: { type: string; resourceId: string }[] }[];
  overrideReasons: { display: string }[];
  links: { url: string }[];
}

export interface Claims {
  iss?: string;
  path?: string;
  jti?: string;
  issuedAt?: number;
  lifetime?: number;
  with?: CryptoKey;
  alg?: 'ES384' | 'RS384' | 'RS256';
}

interface Called {
  readonly status: number;
  readonly text: string;
  readonly cards: Card[];
}

export interface HookRoom {
  readonly served: ServedClinic;
  readonly practice: OrganizationInClinic;
  readonly patient: PatientInClinic;
  signed(claims?: Claims): Promise<string>;
  call(body: unknown, how?: { path?: string; token?: string }): Promise<Called>;
}

export const order = (id: string, code: object) => ({
  resource: { resourceType: 'ServiceRequest', id, status: 'draft', intent: 'order', code },
});
export const A1C = order('o1', { coding: [{ system: 'http://loinc.org', code: '4548-4' }], text: 'Hemoglobin A1c' });
export const NAMED = { resourceType: 'Patient', identifier: [{ system: 'urn:ehr', value: 'A1' }] };

export const hook = (more: Record<string, unknown> = {}, context: Record<string, unknown> = {}) => ({
  hook: 'order-sign',
  hookInstance: randomUUID(),
  context: {
    userId: 'Practitioner/1',
    patientId: '77',
    draftOrders: { resourceType: 'Bundle', entry: [A1C] },
    ...context,
  },
  prefetch: { patient: NAMED },
  ...more,
});

export async function openHookRoom(): Promise<HookRoom> {
  const served = await serveClinic();
  const { clinic } = served;
  const practice = await clinic.organization();
  const account = await clinic.person('practice-staff').of(practice);
  const pair = await generateKeyPair('ES384', { extractable: true });
  const key = pair.privateKey;
  const keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES384', use: 'sig' }] };
  await clinic.insert('portage_steward', 'cds_client', {
    issuer: ISSUER,
    name: 'EHR',
    keys,
    membership_id: account.membershipId,
  });
  const patient = await clinic.patient();
  const make = rowMaker(patient.id, patient.canary);
  const rows = [
    make('observation', ['results'], {
      category: 'laboratory',
      family: 'hba1c',
      display: 'A1c',
      value_number: 5,
      reference_low: 4,
      reference_high: 6,
      unit: '%',
      status: 'final',
      effective_at: ago(20 * DAY),
    }),
    make('observation', ['results', 'hiv'], {
      category: 'laboratory',
      family: 'cea',
      display: 'CEA',
      value_number: 1,
      reference_high: 3,
      status: 'final',
      effective_at: ago(2 * DAY),
    }),
    make('observation', ['results'], {
      category: 'laboratory',
      family: 'ferritin',
      display: 'Ferritin',
      value_number: 80,
      reference_high: 150,
      status: 'final',
      effective_at: null,
      issued_at: null,
    }),
    make('patient_identifier', ['demographics'], { system: 'urn:ehr', value: 'A1' }),
  ];
  for (const { table, columns } of rows) await clinic.insert('portage_ingest', table, columns);
  await clinic.grant(patient).to(practice);

  function signed(claims: Claims = {}): Promise<string> {
    const now = claims.issuedAt ?? Math.floor(Date.now() / 1000);
    return new SignJWT({})
      .setProtectedHeader({ alg: claims.alg ?? 'ES384', typ: 'JWT' })
      .setIssuer(claims.iss ?? ISSUER)
      .setAudience(`${served.url}${claims.path ?? SIGN}`)
      .setIssuedAt(now)
      .setExpirationTime(now + (claims.lifetime ?? 300))
      .setJti(claims.jti ?? randomUUID())
      .sign(claims.with ?? key);
  }

  async function call(body: unknown, { path = SIGN, token }: { path?: string; token?: string } = {}) {
    const response = await fetch(`${served.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? (await signed({ path }))}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      cards: text.startsWith('{') ? ((JSON.parse(text) as { cards?: Card[] }).cards ?? []) : [],
    };
  }

  return { served, practice, patient, signed, call };
}
