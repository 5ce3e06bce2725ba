import { TEST_FAMILIES, type FamilyKind } from '#api/test-families/index.ts';
import { JOINT_STUDIES, MODALITIES, REGIONS, STUDIES } from './data/imaging.ts';
import { INTERVALS, unpublished } from './data/intervals.ts';
import { HCPCS_CODES, MORE_CODES, MORE_LABORATORY, SYNONYMS } from './data/laboratory.ts';
import { PANELS } from './data/panels.ts';
import { HCPCS, LOINC, type Family, type FamilyCode, type FamilyGroup, type Interval } from './family.ts';
import { plain } from './words.ts';

/** The families that checks are made with. */
export interface Catalogue {
  readonly families: ReadonlyMap<string, Family>;
  /** By system and code, `http://loinc.org|2160-0`. */
  readonly byCode: ReadonlyMap<string, Family>;
  /** By each name and synonym in plain words. */
  readonly byName: ReadonlyMap<string, readonly Family[]>;
}

const GROUPS: Readonly<Partial<Record<FamilyKind, FamilyGroup>>> = {
  'blood-count': 'haematology',
  coagulation: 'haematology',
  chemistry: 'chemistry',
  lipid: 'chemistry',
  cardiac: 'chemistry',
  immunology: 'chemistry',
  endocrine: 'endocrine',
  urine: 'urine-stool',
  stool: 'urine-stool',
  'tumor-marker': 'tumour-marker',
};

const list = (text: string, separator = ' ') =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter((one) => one !== '');
const loinc = (codes: readonly string[]): FamilyCode[] => codes.map((code) => ({ system: LOINC, code }));
const hcpcs = (key: string): FamilyCode[] => list(HCPCS_CODES[key] ?? '').map((code) => ({ system: HCPCS, code }));
const moreCodes = (key: string) => [...loinc(list(MORE_CODES[key] ?? '')), ...hcpcs(key)];
const synonymsOf = (key: string) => list(SYNONYMS[key] ?? '', ',');

function builtIn(): Family[] {
  const imaging = new Set(STUDIES.map(({ key }) => key));
  const shared = TEST_FAMILIES.flatMap((family): Family[] => {
    const group = GROUPS[family.kind];
    if (group === undefined || imaging.has(family.key)) return [];
    const codes = [...loinc(Object.values(family.codes).flat()), ...moreCodes(family.key)];
    return [
      {
        key: family.key,
        name: family.name,
        group,
        synonyms: synonymsOf(family.key),
        codes,
        parts: [],
        intervals: intervalsOf(family.key),
      },
    ];
  });
  const more = MORE_LABORATORY.map(({ loinc: codes, synonyms, ...family }): Family => ({
    ...family,
    synonyms: list(synonyms, ','),
    codes: [...loinc(codes), ...moreCodes(family.key)],
    parts: [],
    intervals: intervalsOf(family.key),
  }));
  const panels = PANELS.map((panel): Family => ({
    ...named(panel),
    group: 'panel',
    codes: loinc(list(panel.loinc)),
    parts: list(panel.parts),
    intervals: [],
  }));
  return [...shared, ...more, ...panels, ...studies()];
}

const named = ({ key, name, synonyms }: { key: string; name: string; synonyms: string }) => ({
  key,
  name,
  synonyms: list(synonyms, ','),
});

function studies(): Family[] {
  const single = STUDIES.map(({ words: _words, synonyms, ...study }): Family => {
    const sharedCodes = TEST_FAMILIES.filter(({ key }) => key === study.key).flatMap(({ codes }) =>
      Object.values(codes).flat(),
    );
    return {
      ...study,
      synonyms: list(synonyms, ','),
      codes: [...loinc(sharedCodes), ...moreCodes(study.key)],
      parts: [],
      intervals: intervalsOf(study.key, true),
    };
  });
  const byRegion = Object.entries(MODALITIES).flatMap(([modality, { name, regions }]) =>
    list(regions).map((region): Family => {
      const key = `${modality}-${region}`;
      const regionName = REGIONS[region]?.name ?? region;
      return {
        key,
        name: `${name} ${regionName}`,
        group: 'imaging',
        modality: name,
        region: regionName,
        synonyms: synonymsOf(key),
        codes: moreCodes(key),
        parts: [],
        intervals: intervalsOf(key, true),
      };
    }),
  );
  const joint = JOINT_STUDIES.map((study): Family => ({
    ...named(study),
    group: 'imaging',
    codes: [],
    parts: list(study.parts),
    intervals: [],
  }));
  return [...single, ...byRegion, ...joint];
}

const intervalsOf = (key: string, imaging = false): readonly Interval[] => INTERVALS[key] ?? unpublished(imaging);

/** @param families of which a later one replaces an earlier one with the same key */
export function catalogueOf(families: readonly Family[]): Catalogue {
  const byKey = new Map(families.map((family) => [family.key, family]));
  const byName = new Map<string, Family[]>();
  for (const family of byKey.values()) {
    for (const name of new Set([family.name, family.key, ...family.synonyms].map(plain))) {
      byName.set(name, [...(byName.get(name) ?? []), family]);
    }
  }
  const byCode = new Map(
    [...byKey.values()].flatMap((family) =>
      family.codes.map(({ system, code }) => [`${system}|${code}`, family] as const),
    ),
  );
  return { families: byKey, byCode, byName };
}

/** Portage's own families: a proposal that a centre reviews and may add to or replace (`centre-file.ts`). */
export const OWN_CATALOGUE: Catalogue = catalogueOf(builtIn());

/** The parts of a family that can each be compared; a test without parts is its own. */
export const partsOf = (family: Family): readonly string[] => (family.parts.length > 0 ? family.parts : [family.key]);
