import { z } from 'zod';
import type { Catalogue } from './catalogue.ts';
import { CentreFileError, readAs } from './centre-file.ts';

/** What tests cost the centre, in its own words and numbers. Portage ships no price. */
export interface PriceTable {
  /** ISO 4217. */
  readonly currency: string;
  /** Where the prices come from, as shown beside every sum. */
  readonly source: string;
  /** By family key. A family that is not here has no price, and is counted without one. */
  readonly prices: ReadonlyMap<string, number>;
}

const file = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency of three capitals, such as USD'),
  source: z.string().min(1).max(200),
  prices: z.record(z.string(), z.number().min(0).max(1_000_000)),
});

/**
 * @param text the centre's file, JSON
 * @throws {CentreFileError} with every fault that the file has.
 */
export function readPriceTable(text: string, catalogue: Catalogue): PriceTable {
  const { currency, source, prices } = readAs(file, text);
  const faults = Object.keys(prices)
    .filter((key) => !catalogue.families.has(key))
    .map((key) => `prices.${key}: there is no such family`);
  if (faults.length > 0) throw new CentreFileError(faults);
  return { currency, source, prices: new Map(Object.entries(prices)) };
}
