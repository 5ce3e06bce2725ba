import { runAsSession } from '#api/database/index.ts';
import { rolesOf } from '#api/graphql/action.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError, ForbiddenError, UnauthenticatedError } from '#api/graphql/errors.ts';
import type { CentreTests } from './centre.ts';
import type { PriceTable } from './price-table.ts';
import type { DuplicateTestFigures, FamilyFigures } from './test-figures.types.ts';

export const WINDOWS: readonly number[] = [1, 3, 12];

interface Row {
  /** Null: all families that were asked about fewer than five times, together. */
  family: string | null;
  checks: number;
  reused: number;
  withdrawn: number;
  deferred: number;
  ordered: number;
}

// bigint would come as text.
const FIGURES = `select family, checks::float8, reused::float8, withdrawn::float8, deferred::float8, ordered::float8 from app.test_figures($1)`;

/**
 * Counts of checks and of what was decided after them, of no patient.
 * @throws {ForbiddenError} to everybody but a centre administrator; the database tells nobody else anything either.
 */
export async function testFigures(
  context: RequestContext,
  months: number,
  { catalogue, prices }: CentreTests,
): Promise<DuplicateTestFigures> {
  if (!WINDOWS.includes(months)) throw new BadUserInputError(`months must be one of ${WINDOWS.join(', ')}`);
  const statement = { sql: FIGURES, parameters: [months] };
  const { session, rows } = await runAsSession<Row>(context.pool, requireToken(context), statement);
  if (session === undefined) throw new UnauthenticatedError();
  if (!rolesOf('duplicate-tests:figures').includes(session.role)) throw new ForbiddenError('duplicate-tests:figures');
  const families = rows.map((row) =>
    familyFigures(row, catalogue.families.get(row.family ?? '')?.name ?? null, prices),
  );
  const sum = (count: (one: FamilyFigures) => number) => families.reduce((total, one) => total + count(one), 0);
  return {
    months,
    checks: sum(({ checks }) => checks),
    avoided: sum(({ avoided }) => avoided),
    families,
    money: prices === undefined ? null : moneyOf(prices, families),
  };
}

function familyFigures(row: Row, name: string | null, prices: PriceTable | undefined): FamilyFigures {
  const { family: key, checks, reused, withdrawn, deferred, ordered } = row;
  const avoided = reused + withdrawn;
  const price = key === null ? undefined : prices?.prices.get(key);
  const saved = price === undefined ? null : price * avoided;
  return { key, name: name ?? key, checks, avoided, deferred, ordered, saved };
}

function moneyOf({ currency, source }: PriceTable, families: readonly FamilyFigures[]) {
  const saved = families.reduce((total, one) => total + (one.saved ?? 0), 0);
  const unpriced = families.filter((one) => one.saved === null).reduce((total, one) => total + one.avoided, 0);
  return { currency, source, saved, avoidedWithoutPrice: unpriced };
}
