import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { OWN_CATALOGUE } from '#api/duplicate-tests/index.ts';
import { doneKeysOf } from './done-keys.ts';
import { CentreRulesError, loadCentreRules, withCentreRules } from './centre-rules.ts';
import { OWN_RULES } from './data/rule-set.ts';
import { ruleWithOwner } from './rule.ts';

const MELANOMA = `
version: Three Rivers 2026-12
rules:
  - key: melanoma-skin
    kind: surveillance
    what: Skin examination
    owner: other
    ownerRole: dermatologist
    cancers: [melanoma]
    when: { intent: curative }
    schedule:
      anchor: end-of-treatment
      first: { least: 3, most: 6 }
      repeat: [{ from: 0, until: 60, every: { least: 6, most: 6 } }]
    doneBy: [{ keys: ['visit:oncology'] }]
    why: The centre's melanoma board decided it.
    source: Three Rivers melanoma board
    year: 2026
    confidence: A
without: [melanoma-follow-up]
`;

const faultsOf = (text: string): readonly string[] => {
  try {
    withCentreRules(text, OWN_RULES, OWN_CATALOGUE);
    return [];
  } catch (error) {
    return (error as CentreRulesError).faults;
  }
};
const changed = (from: string, to: string) => faultsOf(MELANOMA.replace(from, to));

describe("a centre's own rules", () => {
  it('add, take out, and name their version', () => {
    const set = withCentreRules(MELANOMA, OWN_RULES, OWN_CATALOGUE);
    expect(set.version).toBe(`Three Rivers 2026-12 on ${OWN_RULES.version}`);
    expect(set.rules.length).toBe(OWN_RULES.rules.length);
    expect(set.rules.find(({ key }) => key === 'melanoma-skin')?.ownerRole).toBe('dermatologist');
    expect(set.rules.some(({ key }) => key === 'melanoma-follow-up')).toBe(false);
  });

  it('replace the rule with the same key, where it stood', () => {
    const cea = OWN_RULES.rules.findIndex(({ key }) => key === 'colorectal-cea');
    const mine = { ...OWN_RULES.rules[cea], owner: 'primary-care' };
    const set = withCentreRules(JSON.stringify({ version: 'mine', rules: [mine] }), OWN_RULES, OWN_CATALOGUE);
    expect(set.rules[cea]?.owner).toBe('primary-care');
    expect(set.rules.length).toBe(OWN_RULES.rules.length);
  });

  it('come from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rules-'));
    await writeFile(join(folder, 'rules.yaml'), MELANOMA);
    expect((await loadCentreRules(join(folder, 'rules.yaml'), OWN_RULES, OWN_CATALOGUE)).version).toContain(
      'Three Rivers',
    );
    await rm(folder, { recursive: true });
  });

  it.each([
    ['an owner nobody knows', 'owner: other', 'owner: gp', /^rule melanoma-skin: owner: /],
    [
      'another role without its name',
      '    ownerRole: dermatologist\n',
      '',
      /^rule melanoma-skin: ownerRole: is needed/,
    ],
    [
      'an interval backwards',
      '{ least: 6, most: 6 }',
      '{ least: 9, most: 6 }',
      /schedule\.repeat\.0\.every: least is more/,
    ],
    ['a phase that ends before it begins', 'until: 60', 'until: 0', /schedule\.repeat\.0/],
    ['a field nobody knows', 'year: 2026', 'yaer: 2026', /^rule melanoma-skin: /],
    ['a confidence nobody knows', 'confidence: A', 'confidence: D', /confidence/],
    ['a key with blanks', 'key: melanoma-skin', 'key: Melanoma skin', /rule Melanoma skin: key: must be lower-case/],
    ['a cancer nobody knows', '[melanoma]', '[skin]', /cancers\.0/],
    ['a condition nobody knows', '{ intent: curative }', '{ mood: good }', /rule melanoma-skin: when/],
    ['a rule to leave out that is not there', '[melanoma-follow-up]', '[nothing]', /without: there is no rule nothing/],
    [
      'a kind of visit that no record tells',
      'visit:oncology',
      'visit:dermatology',
      /^rule melanoma-skin: doneBy: no record tells visit:dermatology as done: perhaps visit:oncology, visit:primary-care$/,
    ],
    [
      'a vaccine that no record tells',
      'visit:oncology',
      'vaccine:flu',
      /doneBy: no record tells vaccine:flu as done: perhaps vaccine:influenza, /,
    ],
    [
      'a test under another name',
      'visit:oncology',
      'haemoglobin-a1c',
      /doneBy: no record tells haemoglobin-a1c.* hba1c/,
    ],
    ['a test that nobody knows', 'visit:oncology', 'xqzxqz', /doneBy: no record tells xqzxqz as done$/],
    ['several tests under one name', 'visit:oncology', 'cbc', /doneBy: cbc is several tests: name them, leukocytes, /],
    ['no version', 'version: Three Rivers 2026-12\n', '', /the file: version/],
    ['no YAML', 'rules:', 'rules: [', /^the file: /],
  ])('say what is wrong: %s', (_, from, to, fault) => {
    const faults = changed(from, to);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toMatch(fault);
  });

  it('say so of a rule that is there twice, and of every other fault too', () => {
    const [, rules = ''] = MELANOMA.split('rules:\n');
    const [rule = ''] = rules.split('without:');
    const faults = faultsOf(`version: twice\nrules:\n${rule}${rule.replace('year: 2026', 'year: 1900')}`);
    expect(faults).toEqual([expect.stringContaining('is there twice'), expect.stringContaining('year')]);
  });

  it('bring no bombs of aliases', () => {
    expect(faultsOf('a: &a [1]\nb: [*a, *a]\nversion: bomb')).toEqual(['the file: aliases (& and *) cannot be used']);
  });

  it('tell each fault on a line of its own, and where the file is no YAML', () => {
    expect(() => withCentreRules('version: Bad rules\nwithout: [one, two]', OWN_RULES, OWN_CATALOGUE)).toThrow(
      'the file of follow-up rules cannot be used:\nwithout: there is no rule one\nwithout: there is no rule two',
    );
    expect(faultsOf('version: [')).toEqual([expect.stringMatching(/^the file: .+ at line 1, column \d+:?$/)]);
    expect(faultsOf('- version')).toEqual([expect.stringMatching(/^the file: Invalid input/)]);
  });
});

test('our own rules are valid, each key once, and what is from memory says so', () => {
  for (const rule of OWN_RULES.rules) expect(ruleWithOwner.safeParse(rule).error?.issues ?? [], rule.key).toEqual([]);
  expect(new Set(OWN_RULES.rules.map(({ key }) => key)).size).toBe(OWN_RULES.rules.length);
  for (const { key, source, confidence } of OWN_RULES.rules) {
    if (/memory|no published schedule/i.test(source)) expect(confidence, key).toBe('C');
  }
});

test('what our own rules count as done is what a record can tell', () => {
  const known = doneKeysOf(OWN_CATALOGUE);
  const keys = OWN_RULES.rules.flatMap(({ doneBy }) => doneBy.flatMap((proof) => proof.keys));
  expect(keys.length).toBeGreaterThan(40);
  expect(keys.filter((key) => !known.has(key))).toEqual([]);
});

test('no rule names a code of CPT', () => {
  expect(JSON.stringify(OWN_RULES)).not.toMatch(/\b99\d{3}\b/);
});
