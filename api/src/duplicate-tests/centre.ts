import { readFile } from 'node:fs/promises';
import { ConfigError } from '#api/config.ts';
import { OWN_CATALOGUE, type Catalogue } from './catalogue.ts';
import { CentreFileError, withCentreFile } from './centre-file.ts';
import { readPriceTable, type PriceTable } from './price-table.ts';

/** What a centre has set for its checks, read once at boot. */
export interface CentreTests {
  readonly catalogue: Catalogue;
  /** Undefined: the centre gave none, so no money is told. */
  readonly prices: PriceTable | undefined;
}

/** Without files of a centre. */
export const OWN_TESTS: CentreTests = { catalogue: OWN_CATALOGUE, prices: undefined };

/**
 * @param files addresses of the centre's own files; undefined where it has none
 * @throws {ConfigError} naming the variable, with every fault that the file has.
 */
export async function readCentreTests(files: {
  readonly testFamiliesFile: string | undefined;
  readonly testPricesFile: string | undefined;
}): Promise<CentreTests> {
  const catalogue = await using('TEST_FAMILIES_FILE', files.testFamiliesFile, (text) =>
    withCentreFile(text, OWN_CATALOGUE),
  );
  const own = catalogue ?? OWN_CATALOGUE;
  const prices = await using('TEST_PRICES_FILE', files.testPricesFile, (text) => readPriceTable(text, own));
  return { catalogue: own, prices };
}

async function using<Read>(variable: string, path: string | undefined, read: (text: string) => Read) {
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new ConfigError(
      `${variable}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
  try {
    return read(text);
  } catch (error) {
    if (error instanceof CentreFileError) throw new ConfigError(`${variable}: ${error.message}`);
    throw error;
  }
}
