import type { Catalogue } from './catalogue.ts';
import { JOINT_STUDIES, LIES_IN, MODALITIES, REGIONS, STUDIES } from './data/imaging.ts';
import type { Family } from './family.ts';

/** Imaging that looks for nothing: it shows the way to a needle, a beam or a catheter. */
const NOT_TO_SEE =
  /\b(guided|guidance|biops(y|ies)|drainage|injection|aspiration|ablation|placement|radiotherapy|radiation|planning|simulation|loca(l|tion)i[sz]ation)\b/;

/** Where a biopsy is no other test: it is taken through the scope. */
const ENDOSCOPY = /\b(\w+oscopy|egd|ogd)\b/;

/** Families that words describe by a study's own name, or by modality and region. */
export function imagingOf(words: string, catalogue: Catalogue): Family[] {
  const families = (keys: readonly string[]) => keys.flatMap((key) => catalogue.families.get(key) ?? []);
  if (NOT_TO_SEE.test(words) && !ENDOSCOPY.test(words)) return [];
  const study = STUDIES.find((candidate) => candidate.words.test(words));
  if (study) return families([study.key]);
  const modality = Object.entries(MODALITIES).find(([, candidate]) => candidate.words.test(words))?.[0];
  if (modality === undefined) return [];
  const regions = Object.entries(REGIONS).flatMap(([region, { words: named }]) => (named.test(words) ? [region] : []));
  const own = (region: string) => catalogue.families.has(`${modality}-${region}`);
  // "Thoracic spine" is no chest, and "thyroid, neck" is the thyroid.
  const spine = regions.some((region) => region.startsWith('spine-'));
  const organInNeck = regions.some((region) => LIES_IN[region] === 'neck' && own(region));
  const meant = regions
    .filter((region) => !(spine && region === 'chest') && !(organInNeck && region === 'neck'))
    .map((region) => (own(region) ? region : (LIES_IN[region] ?? region)));
  const seen = families([...new Set(meant)].map((region) => `${modality}-${region}`));
  const parts = seen.map(({ key }) => key).toSorted();
  const joint = JOINT_STUDIES.find((candidate) => candidate.parts.split(' ').toSorted().join() === parts.join());
  return joint ? families([joint.key]) : seen;
}
