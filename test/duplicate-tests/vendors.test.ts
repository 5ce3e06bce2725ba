// What vendors send, from the door of the import to the answer: each case is a patient of its own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORDINARY_SCOPES } from '#api/access/index.ts';
import { figure } from '#test/access/figure.ts';
import { bundleOf, CENTRE, Feed, ROSA } from '#test/ingest/feed.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { execute } from '#test/kit/execute.ts';
import type { VendorCase } from './vendor-shapes.ts';
import { EXPLAINED_MISSES, VENDOR_CASES } from './vendors.ts';

const CHECK = `query ($id: ID!, $test: String!) { checkDuplicateTest(input: { patientId: $id, test: $test }) { verdict reasons } }`;

let clinic: Clinic;
let feed: Feed;
let token: string;
const ids: string[] = [];
beforeAll(async () => {
  clinic = await openClinic();
  feed = new Feed(clinic.database);
  const practice = await clinic.organization();
  token = await (await clinic.person('community-clinician').of(practice)).signIn();
  for (const [index, { sent }] of VENDOR_CASES.entries()) {
    const rosa = { ...ROSA, identifier: [{ ...ROSA.identifier[0], value: `C-${index}` }] };
    await feed.import(bundleOf(rosa, ...sent), { source: `${CENTRE}/${index}` });
  }
  const patients = await feed.rows<{ id: string; mrn: string }>('select id, mrn from patient');
  for (const { id, mrn } of patients) ids[Number(mrn.slice(2))] = id;
  await feed.rows(
    `insert into access_grant (id, patient_id, grantee_id, grantee_kind, basis, scopes)
     select gen_random_uuid(), id, $1, 'organization', 'primary-care-of-record', $2 from patient`,
    practice.id,
    ORDINARY_SCOPES,
  );
}, 120_000);
afterAll(async () => {
  await Promise.all([feed.pool.end(), feed.owner.end()]);
  await clinic.close();
});

async function told(of: VendorCase): Promise<string> {
  const variables = { id: ids[VENDOR_CASES.indexOf(of)], test: of.asked };
  const { data, codes } = await execute(clinic, token, CHECK, variables);
  if (codes.length > 0) throw new Error(codes.join());
  const { verdict, reasons } = data!['checkDuplicateTest'] as { verdict: string; reasons: string[] };
  return `${verdict}: ${reasons.join(' ')}`;
}

/** Who cannot say which test is meant has not judged it: unknown fits neither. */
const fits = ({ label }: VendorCase, answer: string) =>
  (label === 'new' ? /^NOT_DUPLICATE/ : /^(PROBABLE_)?DUPLICATE/).test(answer);

describe('what vendors send', () => {
  it('is told apart as labelled, but for the misses that are explained', { timeout: 60_000 }, async () => {
    const missed: string[] = [];
    for (const one of VENDOR_CASES) if (!fits(one, await told(one))) missed.push(one.name);
    for (const label of ['repeat', 'new'] as const) {
      const all = VENDOR_CASES.filter((one) => one.label === label);
      const right = all.filter(({ name }) => !missed.includes(name));
      const share = ((100 * right.length) / all.length).toFixed(1);
      const what = label === 'repeat' ? 'sensitivity' : 'specificity';
      figure(`duplicate tests, vendors’ shapes: ${what} ${right.length}/${all.length} = ${share} %`);
    }
    for (const name of missed) figure(`missed: ${name}. ${EXPLAINED_MISSES[name] ?? 'Nobody has explained it.'}`);
    expect(missed).toEqual(Object.keys(EXPLAINED_MISSES));
  });

  it('counts a part of a panel as done only where its value came', async () => {
    const half = VENDOR_CASES.find(({ name }) => name === 'a panel of which only half came');
    expect(await told(half!)).toContain('these parts were done recently: Glucose, Urea nitrogen, Creatinine.');
  });
});
