import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWN_RULES } from '#api/survivorship/index.ts';
import { composeCopy, copySentences, plainWords } from '#portal/survivorship/copy/compose.ts';
import { languages } from '#portal/survivorship/copy/plain-words.ts';
import { englishGrades, spanishEase } from '#portal/survivorship/copy/readability.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { stories } from '#seeds/cohort/index.ts';
import { Caller } from '#test/kit/caller.ts';
import { startPortage, type DemoPortage } from '#test/kit/portage.ts';

describe('plain words', () => {
  it.each(languages)('are kept for every rule in %s', (language) => {
    const kept = plainWords[language].rules;
    expect(OWN_RULES.rules.map(({ key }) => key).filter((key) => !(key in kept))).toEqual([]);
  });

  it('are kept for no rule that there is not', () => {
    const keys = new Set(OWN_RULES.rules.map(({ key }) => key));
    expect(Object.keys(plainWords.en.rules).filter((key) => !keys.has(key))).toEqual([]);
  });
});

describe('the patient’s copy of every curative demo plan', () => {
  let portage: DemoPortage;
  const plans: { name: string; plan: Pick<Plan, 'state' | 'lines'> }[] = [];
  beforeAll(async () => {
    portage = await startPortage();
    const caller = new Caller(portage.url);
    await caller.signIn('oncologist@demo.example', portage.demoPassword);
    const curative = new Set(
      stories.filter(({ curative: isIt }) => isIt).map(({ facts }) => facts.family.toUpperCase()),
    );
    for (const { id, name } of await patientsOf(caller)) {
      if (!curative.has(name.split(',')[0] ?? '')) continue;
      const { data } = (await caller.ask(DRAFT, { patientId: id })).json;
      const { draftCarePlan } = data as { draftCarePlan: { plan: Pick<Plan, 'state' | 'lines'> } };
      plans.push({ name, plan: draftCarePlan.plan });
    }
  });
  afterAll(() => portage?.stop());

  it('reads at grade 6 or below in English, by Flesch-Kincaid and by SMOG', () => {
    expect(plans.length).toBeGreaterThanOrEqual(10);
    for (const { name, plan } of plans) {
      const { fleschKincaid, smog, hard } = englishGrades(copySentences(composeCopy(plan, 'en'), 'en'));
      expect(fleschKincaid, name).toBeLessThanOrEqual(6);
      expect(smog, `${name}: ${hard.join(', ')}`).toBeLessThanOrEqual(6);
    }
  });

  it('reads at the sixth grade or below in Spanish, by Fernández-Huerta and INFLESZ', () => {
    for (const { name, plan } of plans) {
      const { fernandezHuerta, inflesz } = spanishEase(copySentences(composeCopy(plan, 'es'), 'es'));
      expect(fernandezHuerta, name).toBeGreaterThanOrEqual(70);
      expect(inflesz, name).toBeGreaterThanOrEqual(65);
    }
  });

  it('tells every line that applies, and names none that it has no words for', () => {
    for (const { name, plan } of plans) {
      const copy = composeCopy(plan, 'en');
      const applies = plan.lines.filter(({ state }) => state !== 'NOT_APPLICABLE' && state !== 'DECLINED');
      expect(copy.other, name).toEqual([]);
      expect(copy.next.length + copy.self.length + copy.not.length, name).toBe(applies.length);
    }
  });
});

const DRAFT = `mutation ($patientId: ID!) { draftCarePlan(patientId: $patientId) {
  ... on CarePlanChanged { plan { state lines { key title owner state advice nextDue lastDone { on } } } } } }`;

async function patientsOf(caller: Caller): Promise<{ id: string; name: string }[]> {
  const { data } = (await caller.ask('{ patients(first: 200) { edges { node { id name } } } }')).json;
  const { patients } = data as { patients: { edges: { node: { id: string; name: string } }[] } };
  return patients.edges.map(({ node }) => node);
}
