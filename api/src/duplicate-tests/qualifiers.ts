import type { Family } from './family.ts';

/** Specimens other than blood, with the words that name them. */
const SPECIMENS: Readonly<Record<string, RegExp>> = {
  urine: /\b(urine|urinary|ur|24 ?h(r|our)?s? collection)\b/,
  stool: /\b(stool|fecal|faecal|feces|faeces)\b/,
  fluid:
    /\b(csf|cerebrospinal|pleural|peritoneal|ascites|ascitic|synovial|amniotic|pericardial|dialysate|body fluid|aspirate|fluid)\b/,
  saliva: /\b(saliva|salivary|sweat|hair|tissue|breast milk|semen|cord blood)\b/,
};

/** Words that make another test out of the one whose name they stand beside: free PSA is not PSA. */
const OTHER =
  /\b(ionized|ionised|direct|indirect|conjugated|unconjugated|free|clearance|antibod(y|ies)|ab|autoantibod(y|ies)|electrophoresis|tolerance|challenge|suppression|stimulation|binding|receptor|ratio|score|particles?|isoenzymes?|fraction(ated|ation)?|mutation|gene|genotype|resistance|resistant|crossmatch|function assay|aggregation|inhibitor|precursor|index|peptide|screen ratio|glycated|bone specific|point of care meter|home monitor\w*|sickle|fetal|variant|saturation|activity|factor|viral load|rna|dna|protein [cs]|tibc|dihydroxy\w*|1 25|hydroxide|carbonate|citrate|gluconate|acetate|supplement|tablets?|capsules?|patch|injections?|iv|sulfate|cypionate|enanthate|clamp|infusion|replacement|guided|biops(y|ies)|simulation|perfusion|amyloid|non hdl|nucleated|estimated average|transfusion|packed|(epididymis|matrix|mutant|reactive|related|basic|s100|bence jones|monoclonal) protein|100 (leukocytes|wbcs?|white blood cells|erythrocytes|cells))\b/g;

/** Whether words that hold a family's name still mean another test: of another specimen, or by another method. */
export function anotherTest(words: string, name: string, family: Family): boolean {
  const own = [name, family.specimen, family.key.replaceAll('-', ' ')].join(' ');
  const elsewhere = Object.values(SPECIMENS).some((specimen) => specimen.test(words) && !specimen.test(own));
  // A panel's name may well name its parts, and how they are told.
  if (family.parts.length > 0) return elsewhere;
  return elsewhere || (words.match(OTHER) ?? []).some((word) => !` ${own} `.includes(` ${word} `));
}
