import type { Catalogue } from './catalogue.ts';
import { JOINT_STUDIES, MODALITIES, REGIONS, STUDIES } from './data/imaging.ts';
import type { Family } from './family.ts';

/** Imaging that looks for nothing: it shows the way to a needle, a beam or a catheter. */
const NOT_TO_SEE =
  /\b(guided|guidance|biops(y|ies)|drainage|injection|aspiration|ablation|placement|radiotherapy|radiation|planning|simulation|loca(l|tion)i[sz]ation)\b/;

/** Families that words describe by a study's own name, or by modality and region. */
export function imagingOf(words: string, catalogue: Catalogue): Family[] {
  const known = (key: string) => catalogue.families.get(key);
  if (NOT_TO_SEE.test(words) && !/\b\w+oscopy\b/.test(words)) return [];
  const study = STUDIES.find((candidate) => candidate.words.test(words));
  if (study) return [known(study.key)].filter((family) => family !== undefined);
  const modality = Object.keys(MODALITIES).find((key) => MODALITIES[key]?.words.test(words));
  if (modality === undefined) return [];
  const regions = Object.keys(REGIONS).filter(
    (region) => REGIONS[region]?.words.test(words) && known(`${modality}-${region}`) !== undefined,
  );
  const spine = regions.some((region) => region.startsWith('spine-'));
  const keys = regions.filter((region) => !(spine && region === 'chest')).map((region) => `${modality}-${region}`);
  if (keys.length < 2) return keys.map(known).filter((family) => family !== undefined);
  const joint = JOINT_STUDIES.find(({ parts }) => parts.split(' ').toSorted().join() === keys.toSorted().join());
  return (joint ? [known(joint.key)] : keys.map(known)).filter((family) => family !== undefined);
}
