// S1, the rest: what belongs to no patient, by every role; and everything, by whoever is not signed in.
import { isObjectType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#api/access/index.ts';
import { hashPassword } from '#api/identity/index.ts';
import {
  ago,
  ahead,
  DAY,
  openClinic,
  type Clinic,
  type PatientInClinic,
  type PersonInClinic,
} from '#test/kit/clinic.ts';
import { asking, schema, type Ask } from './asking.ts';
import { askWhole, askWholeInList } from './cases.ts';
import { figure } from './figure.ts';
import { everythingIn, pathsBelow, valuesAt } from './surface.ts';
import { PATIENT_FIELDS } from './truth-table.ts';

let clinic: Clinic;
let ask: Ask;
beforeAll(async () => {
  clinic = await openClinic();
  ask = asking(clinic);
});
afterAll(() => clinic.close());

const fieldsOf = (type: string) => {
  const found = schema.getType(type);
  if (!isObjectType(found)) throw new Error(`${type} is no object`);
  return everythingIn(found);
};

describe('whoever is signed in', () => {
  it.each(ROLES)('%s is told every field of themselves', async (role) => {
    const practice = await clinic.organization();
    const person = await clinic.person(role).of(practice);
    const colleague = await clinic.person(role).of(practice);
    await clinic.standIn(person).by(colleague, { kind: 'cover', validUntil: ahead(DAY) });
    await clinic.standIn(colleague).by(person, { kind: 'delegate' });
    await person.signIn();
    const token = await person.signIn();
    const { data, codes } = await ask(token, parse(`{ viewer { ${fieldsOf('Viewer')} } }`));
    expect(codes).toEqual([]);
    const paths = pathsBelow(schema, schema.getQueryType()!, 'viewer');
    // Who runs a place or reviews it reads nothing of a record, so their list of scopes is empty.
    const silent = paths.filter(({ names }) => valuesAt(data, names).length === 0).map(({ names }) => names.join('.'));
    const readsNothing = ['practice-administrator', 'centre-administrator', 'privacy-officer', 'integration'];
    expect(silent).toEqual(readsNothing.includes(role) ? ['viewer.scopes'] : []);
    expect(data).toMatchObject({
      viewer: { id: person.id, email: person.email, organization: { id: person.organization.id } },
    });
  });

  it.each(ROLES)('%s signs in and out', async (role) => {
    const person = await clinic.person(role).of(await clinic.organization());
    const password_hash = await hashPassword('correct horse battery');
    await clinic.insert('portage_steward', 'credential', { person_id: person.id, password_hash });
    const signIn = parse(`mutation ($email: String!, $password: String!) {
      signIn(input: { email: $email, password: $password }) {
        ... on SignedIn { viewer { ${fieldsOf('Viewer')} } } ... on SignInRefused { ${fieldsOf('SignInRefused')} }
      } }`);
    const refused = await ask(undefined, signIn, { email: person.email, password: 'wrong' });
    expect(refused.data).toMatchObject({ signIn: { reason: 'WRONG_CREDENTIALS', retryAfterSeconds: null } });
    const admitted = await ask(undefined, signIn, { email: person.email, password: 'correct horse battery' });
    expect(admitted.data).toMatchObject({
      signIn: { viewer: { id: person.id, organization: { id: person.organization.id } } },
    });
    expect((await ask(await person.signIn(), parse('mutation { signOut }'))).data).toEqual({ signOut: true });
  });
});

describe('whoever is not signed in', () => {
  let patient: PatientInClinic;
  let reader: PersonInClinic;
  /** Tokens that open nothing, by why. */
  const dead: Record<string, string | undefined> = {};

  const newReader = async () => {
    const person = await clinic.person('oncologist').of(reader.organization);
    return { person, token: await person.signIn() };
  };
  const change = (sql: string, id: string) => clinic.owner.query(sql, [id]);

  beforeAll(async () => {
    reader = await clinic.person('oncologist').of(await clinic.organization());
    patient = await clinic.patient({ withRecord: true });
    await clinic.grant(patient).to(reader.organization);
    dead['no token'] = undefined;
    dead['an empty token'] = '';
    dead['a token that never was'] = 'x'.repeat(43);
    dead['a person’s id'] = reader.id;
    dead['a session’s id'] =
      (await clinic.behindTheWall<{ id: string }>('select id from session limit 1'))[0]?.id ?? reader.id;
    dead['a session that has ended'] = await clinic.openSession(reader.membershipId, ago(1));

    const out = await newReader();
    await ask(out.token, parse('mutation { signOut }'));
    dead['a session signed out of'] = out.token;
    const idle = await newReader();
    await change(
      `update session set last_seen_at = now() - interval '15 minutes' where membership_id = $1`,
      idle.person.membershipId,
    );
    dead['a session idle for 15 minutes'] = idle.token;
    const disabled = await newReader();
    await change('update person set disabled_at = now() where id = $1', disabled.person.id);
    dead['a person who is disabled'] = disabled.token;
    const gone = await newReader();
    await change('update membership set ended_at = now() where id = $1', gone.person.membershipId);
    dead['a person who has left'] = gone.token;
  });

  it('is told nothing, whatever they hold', { timeout: 60_000 }, async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const [why, token] of Object.entries(dead)) {
      for (const field of Object.keys(PATIENT_FIELDS)) {
        for (const document of [askWhole(field), askWholeInList(field)]) {
          cells++;
          const { codes, data, bytes } = await ask(token, document, { id: patient.id });
          if (codes.join() !== 'UNAUTHENTICATED' || (data ?? null) !== null || bytes.includes(patient.canary)) {
            wrong.push(`${field} with ${why}: ${codes.join()}`);
          }
        }
      }
      const viewer = await ask(token, parse('{ viewer { id email } }'));
      if (viewer.bytes !== '{"data":{"viewer":null}}') wrong.push(`viewer with ${why}: ${viewer.bytes}`);
    }
    figure(`S1 nobody: ${cells} cells, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });

  it('could have been: the same patient is open to the one whose session lives', async () => {
    const { codes } = await ask(await reader.signIn(), askWhole('oncology'), { id: patient.id });
    expect(codes).toEqual([]);
  });
});
