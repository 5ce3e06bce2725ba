/**
 * How laboratories write units beside UCUM. Spellings only: what a unit means and how it converts is the
 * library's. Tried in this order on a text without blanks; a power of ten before a letter that UCUM reads otherwise.
 */
const SPELLINGS: readonly (readonly [pattern: RegExp, ucum: string])[] = [
  [/[µμ]/g, 'u'],
  [/^(?:x|×)?10(?:e|\^|\*|\*\*)?\(?(\d+)\)?(?=\/)/i, '10*$1'],
  [/^(?:k|th|thou|thousand)(?=\/(?:u|mc|c?m)m?m?[l3])/i, '10*3'],
  [/^(?:m|mil|mill|million)(?=\/(?:u|mc)l)/i, '10*6'],
  [/^(?:cells?|#)(?=\/)/i, ''],
  [/\/(?:mm3|cmm|cumm)$/i, '/uL'],
  [/mcg/gi, 'ug'],
  [/mcl/gi, 'uL'],
  [/mc(?=mol)/gi, 'u'],
  [/gms?(?=\/|$)/gi, 'g'],
  [/mgs(?=\/|$)/gi, 'mg'],
  [/^(m|u|k)?iu(?=\/|$)/i, '$1[IU]'],
  [/meq/gi, 'meq'],
  [/\/hr$/i, '/h'],
  [/^secs?(?:onds?)?$/i, 's'],
  [/^(?:copies|cps?)(?=\/)/i, '{copies}'],
  [/^mmhg$/i, 'mm[Hg]'],
  [/\/hpf$/i, '/[HPF]'],
  [/\/lpf$/i, '/[LPF]'],
  [/\/(?:1\.73|\{1\.73\}|\(1\.73)_?(?:m2|m\^2|sqm|m\*\*2)\)?$/i, '/{1.73_m2}'],
  [/^(?:ratio|index|score|s\/co)$/i, '{$&}'],
  [/^percent$/i, '%'],
];

/** Units of laboratories as UCUM spells them, for texts that differ in their capitals only. */
const COMMON =
  `% g/dL g/L mg/dL mg/L ug/dL ug/L ug/mL ng/dL ng/mL ng/L pg/mL pg fL mmol/L umol/L nmol/L pmol/L mmol/mol meq/L U/L U/mL kU/L
  [IU]/L [IU]/mL m[IU]/L m[IU]/mL u[IU]/mL k[IU]/L 10*3/uL 10*6/uL 10*9/L 10*12/L /uL mm/h s mg/g mg/mmol mL/min mL/min/{1.73_m2}`
    .split(/\s+/)
    .filter(Boolean);
const BY_CAPITALS: ReadonlyMap<string, string> = new Map(COMMON.map((unit) => [unit.toLowerCase(), unit]));

/** A unit's text as UCUM would have it written, as far as spelling goes. */
export function inUcumSpelling(text: string): string {
  const words = text
    .trim()
    .replace(/\s*\bper\b\s*/gi, '/')
    .replaceAll(/\s+/g, '');
  const spelt = SPELLINGS.reduce((unit, [pattern, ucum]) => unit.replace(pattern, ucum), words);
  return BY_CAPITALS.get(spelt.toLowerCase()) ?? spelt;
}
