import type { Field } from '../rule.ts';

/** Words by which a treated volume names parts of the body; a field named widely is taken widely. From memory. */
const VOLUMES: readonly [RegExp, readonly Field[]][] = [
  [/mediastin|mantle|whole lung|oesophag|esophag/, ['chest', 'heart']],
  [/left (breast|chest wall)|internal mammary/, ['breast', 'chest', 'heart']],
  [/breast|chest wall/, ['breast', 'chest']],
  [/lung|lobe|hilum|hilar|thorac|chest|thorax/, ['chest']],
  [/total body|total marrow/, ['chest', 'heart', 'neck', 'abdomen', 'pelvis', 'head']],
  [/axilla/, ['axilla']],
  [/neck|supraclav|cervical (node|spine)|thyroid|laryn|pharyn|tonsil|waldeyer/, ['neck']],
  [/brain|head|crani|orbit|skull/, ['head']],
  [/abdom|para-?aort|stomach|liver|pancrea|kidney|spleen/, ['abdomen']],
  [/pelvi|prostat|rect(um|al)|cervix|uter|vagina|bladder|anus|anal|iliac|inguin|endometri/, ['pelvis']],
];

export const fieldsOf = (site: string): Field[] => [
  ...new Set(VOLUMES.filter(([form]) => form.test(site.toLowerCase())).flatMap(([, fields]) => fields)),
];
