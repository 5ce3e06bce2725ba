/**
 * Vaccines by CVX code (CDC, public). Names and codes read in CDC's list of 2026 (A); which of them count as the same
 * vaccine is a proposal of ours for the centre to review.
 */
const GROUPS: Readonly<Record<string, string>> = {
  influenza: '15 16 88 135 140 141 144 150 153 155 158 161 166 168 171 185 186 197 205 320',
  pneumococcal: '109 133 152 215 216 327 33',
  zoster: '187',
  tetanus: '09 113 115 138 139 196',
  'covid-19': '207 208 211 212 213 217 221 229 300 308 309 312 313',
};

export const VACCINE_KEYS: readonly string[] = Object.keys(GROUPS).map((group) => `vaccine:${group}`);

const BY_CODE = new Map(
  Object.entries(GROUPS).flatMap(([group, codes]) => codes.split(' ').map((code) => [code, group] as const)),
);

/** The key under which a vaccine counts as given, such as `vaccine:influenza`. */
export function vaccineKey(code: string | null): string | undefined {
  const group = BY_CODE.get(code ?? '');
  return group === undefined ? undefined : `vaccine:${group}`;
}
