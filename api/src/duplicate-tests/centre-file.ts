import { z } from 'zod';
import { catalogueOf, type Catalogue } from './catalogue.ts';
import { isDuration, later } from './duration.ts';
import { FAMILY_GROUPS, INTERVAL_SITUATIONS, type Family } from './family.ts';
import { unpublished } from './data/intervals.ts';

/** As far back as results are read (`chart/test-row-sets.ts`). */
const LONGEST = 'P10Y';

/** A centre's own file cannot be used. Each entry of `faults` says where and what, for the person who wrote the file. */
export class CentreFileError extends Error {
  override readonly name = 'CentreFileError';
  constructor(readonly faults: readonly string[]) {
    super(`cannot be used: ${faults.join('; ')}`);
  }
}

const EPOCH = new Date(0);
const duration = z
  .string()
  .refine((text) => isDuration(text), 'must be a duration such as P3M, P1Y or PT72H')
  .refine(
    (text) => later(EPOCH, text) <= later(EPOCH, LONGEST),
    'must be ten years or less: further back nothing is read',
  );
const interval = z.strictObject({
  situation: z.enum(INTERVAL_SITUATIONS),
  least: duration.nullable(),
  most: duration.optional(),
  schedule: z.literal(true).optional(),
  pause: duration.optional(),
  source: z.string().min(1),
  year: z.int().min(1950).max(2100),
  confidence: z.enum(['A', 'B', 'C']),
  note: z.string().optional(),
});
const family = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'),
  name: z.string().min(1),
  group: z.enum(FAMILY_GROUPS),
  synonyms: z.array(z.string().min(1)).default([]),
  codes: z.array(z.strictObject({ system: z.url(), code: z.string().min(1) })).default([]),
  specimen: z.string().optional(),
  modality: z.string().optional(),
  region: z.string().optional(),
  parts: z.array(z.string()).default([]),
  intervals: z.array(interval).default([]),
});
const file = z.strictObject({
  families: z.array(family).default([]),
  /** Local codes of families that exist. */
  codes: z.array(z.strictObject({ family: z.string(), system: z.url(), code: z.string().min(1) })).default([]),
  /** Intervals that replace those of a family. */
  intervals: z.record(z.string(), z.array(interval)).default({}),
});

/**
 * A catalogue with a centre's own families, codes and intervals.
 * @param text the centre's file, JSON
 * @throws {CentreFileError} with every fault that the file has.
 */
export function withCentreFile(text: string, base: Catalogue): Catalogue {
  const { families, codes, intervals } = readAs(file, text);
  const all = new Map(base.families);
  const faults: string[] = [];
  for (const [index, one] of families.entries()) {
    if (families.findIndex(({ key }) => key === one.key) !== index)
      faults.push(`families.${index}: ${one.key} is there twice`);
    all.set(one.key, clean(one));
  }
  for (const [index, { family: key, system, code }] of codes.entries()) {
    const target = all.get(key);
    if (target) all.set(key, { ...target, codes: [...target.codes, { system, code }] });
    else faults.push(`codes.${index}: there is no family ${key}`);
  }
  for (const [key, replacing] of Object.entries(intervals)) {
    const target = all.get(key);
    if (target) all.set(key, { ...target, intervals: replacing.map(clean) });
    else faults.push(`intervals.${key}: there is no such family`);
  }
  faults.push(...brokenParts(all), ...codesOfTwo(all));
  if (faults.length > 0) throw new CentreFileError(faults);
  return catalogueOf(
    [...all.values()].map((one) =>
      one.intervals.length === 0 && one.parts.length === 0
        ? { ...one, intervals: unpublished(one.group === 'imaging') }
        : one,
    ),
  );
}

/** @throws {CentreFileError} when the text is not JSON of that shape. */
export function readAs<Shape>(shape: z.ZodType<Shape>, text: string): Shape {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new CentreFileError(['the file: is not JSON']);
  }
  const read = shape.safeParse(json);
  if (read.success) return read.data;
  throw new CentreFileError(
    read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
  );
}

/** Without the entries that are undefined, which exact optional types forbid. */
const clean = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  } & Family &
    Family['intervals'][number];

function brokenParts(all: ReadonlyMap<string, Family>): string[] {
  return [...all.values()].flatMap(({ key, parts }) =>
    parts.flatMap((part) => {
      const known = all.get(part);
      if (!known) return [`${key}: its part ${part} is no family`];
      return known.parts.length > 0 ? [`${key}: its part ${part} has parts itself; name those`] : [];
    }),
  );
}

function codesOfTwo(all: ReadonlyMap<string, Family>): string[] {
  const owners = new Map<string, string>();
  return [...all.values()].flatMap(({ key, codes }) =>
    codes.flatMap(({ system, code }) => {
      const owner = owners.get(`${system}|${code}`);
      owners.set(`${system}|${code}`, key);
      return owner === undefined || owner === key ? [] : [`${code} of ${system} is of ${owner} and of ${key}`];
    }),
  );
}
