// What a centre's administrator sees before a new rule file is put to use, by the command that ships.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashPassword } from '#api/identity/index.ts';
import { OWN_CENTRE } from '#api/survivorship/index.ts';
import { buildApi } from '#bin/build.ts';
import { root } from '#bin/entries.ts';
import type { PersonInClinic } from '#test/kit/clinic.ts';
import { SECRET } from '#test/kit/database.ts';
import { ARMS, ownRule } from './board-rules.ts';
import { openSharedCare, type SharedCare } from './shared-care.ts';

const PASSWORD = 'a long walk home';
const mammogram = ownRule('breast-mammogram');
const hba1c = ownRule('diabetes-hba1c');
const REVIEWED = {
  version: 'Three Rivers 2027',
  rules: [
    { ...mammogram, owner: 'primary-care' },
    { ...hba1c, schedule: { ...hba1c.schedule, first: { least: 0, most: 24 } } },
    ARMS,
    { ...ARMS, key: 'men-only', what: 'Something for men', when: { sex: 'male' } },
  ],
  without: ['work-money'],
};

let care: SharedCare;
let folder: string;
beforeAll(async () => {
  await buildApi();
  folder = await mkdtemp(join(tmpdir(), 'portage-rules-'));
  care = await openSharedCare();
  await care.does(care.oncologist, 'draftCarePlan');
  await care.does(care.oncologist, 'signCarePlan', { version: 1 });
  await care.does(care.oncologist, 'sendCarePlan', { version: 1, recipientId: care.physician.id });
  const outsider = await care.clinic.person('oncologist').of(await care.clinic.organization('cancer-centre'));
  people = { oncologist: care.oncologist, outsider };
  for (const { id } of Object.values(people))
    await care.clinic.insert('portage_steward', 'credential', {
      person_id: id,
      password_hash: await hashPassword(PASSWORD),
    });
}, 120_000);
afterAll(async () => {
  await care.clinic.close();
  await rm(folder, { recursive: true, force: true });
});

let people: { oncologist: PersonInClinic; outsider: PersonInClinic };

async function preview(rules: unknown, email: string, password = PASSWORD): Promise<{ out: string; err: string }> {
  const file = join(folder, 'rules.json');
  await writeFile(file, typeof rules === 'string' ? rules : JSON.stringify(rules));
  const env = {
    ...process.env,
    DATABASE_URL: care.clinic.database.ownerUrl,
    PORTAGE_SECRET: SECRET,
    DATA_DIR: folder,
    FOLLOW_UP_RULES_FILE: '',
  };
  return new Promise((resolve) => {
    const args = [join(root, '.build/api/rules.js'), 'preview', file, '--as', email];
    const child = execFile(process.execPath, args, { env }, (error, out, err) =>
      resolve({ out, err: error ? err : `${err}0` }),
    );
    child.stdin?.end(`${password}\n`);
  });
}

const plansNow = () =>
  care.clinic.behindTheWall<{ hash: string; revision: number; state: string }>(
    'select version, hash, revision, state, rule_set_version from follow_up_plan order by version',
  );
const linesNow = () => care.clinic.behindTheWall('select * from follow_up_line order by id');

it('tells for each open plan what would come, go and change, with totals, and changes nothing', async () => {
  const before = [await plansNow(), await linesNow()];
  const { out, err } = await preview(REVIEWED, people.oncologist.email);
  expect(err).toBe('0');
  const lines = out.split('\n').map((line) => line.trim());
  expect(lines[0]).toBe(
    `Rules Three Rivers 2027 on ${OWN_CENTRE.rules.version}, instead of ${OWN_CENTRE.rules.version}`,
  );
  expect(lines.filter((line) => /version 1, sent/.test(line))).toHaveLength(1);
  expect(lines.filter((line) => /^[-+~] /.test(line))).toEqual([
    `~ ${mammogram.what}: owner: oncology → primary-care`,
    expect.stringMatching(/^~ HbA1c: first due: \S+ → \S+/) as string,
    expect.stringMatching(/^~ HbA1c: next due: \S+ → \S+/) as string,
    '+ Measure both arms',
    '- Ask about return to work, insurance and the cost of care',
  ]);
  expect(out).toContain('1 plan read, 1 would change: lines that come 1, go 1, change 2.');
  expect(out).toContain('breast-arm (Measure both arms): added in 1 plan');
  expect(out).not.toContain('Something for men');
  expect([await plansNow(), await linesNow()]).toEqual(before);
});

it('rules that say the same change nothing, of a draft as of a plan in force', async () => {
  await care.does(care.nurse, 'draftCarePlan');
  const { out } = await preview({ version: 'The same' }, people.oncologist.email);
  expect(out.match(/nothing would change/g)).toHaveLength(2);
  expect(out).toContain('version 2, draft');
  expect(out).toContain('2 plans read, 0 would change');
});

it('is read under the walls and in the audit, in the name of who signed in', async () => {
  const since = await care.clinic.behindTheWall<{ id: string }>('select coalesce(max(id), 0) as id from audit_event');
  const { out } = await preview(REVIEWED, people.outsider.email);
  expect(out).toContain('There is no open plan that you may read.');
  await preview(REVIEWED, people.oncologist.email);
  const rows = await care.clinic.behindTheWall<{ person_id: string; action: string; of: string | null }>(
    `select person_id, action, patient_id as of from audit_event where id > ${since[0]!.id} order by id`,
  );
  const { patient, oncologist } = care;
  expect(rows.map(({ person_id: who, action, of }) => [who, action, of])).toEqual([
    [people.outsider.id, 'identity:sign-in', null],
    [people.outsider.id, 'identity:sign-out', null],
    [oncologist.id, 'identity:sign-in', null],
    [oncologist.id, 'care-plan:list', patient.id],
    [oncologist.id, 'care-plan:read', patient.id],
    [oncologist.id, 'identity:sign-out', null],
  ]);
});

it.each([
  ['no file of rules', '{"rules": 3}', 'version: '],
  [
    'a rule with two faults',
    { version: 'Bad', rules: [{ ...ARMS, owner: 'nobody', year: 1066 }] },
    'rule breast-arm: ',
  ],
  ['a rule to leave out that is not there', { version: 'Bad', without: ['breast-mamogram'] }, 'breast-mamogram'],
])('refuses %s with every fault, and asks nothing of the database', async (_, rules, fault) => {
  const { out, err } = await preview(rules, 'nobody@clinic.example');
  expect(err).toContain('rules: the file of follow-up rules cannot be used:\n');
  expect(err).toContain(fault);
  expect(out).toBe('');
});

it('refuses a wrong password', async () => {
  const { out, err } = await preview(REVIEWED, people.oncologist.email, 'a short walk home');
  expect(err).toContain('rules: the e-mail address or the password is not right');
  expect(out).toBe('');
});
