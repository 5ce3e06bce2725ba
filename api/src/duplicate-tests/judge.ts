import type { Catalogue } from './catalogue.ts';
import { daysBetween } from './calendar.ts';
import type { History } from './history.ts';
import { judgePart, LEAST_SURE } from './judge-part.ts';
import type { Judgement, PartJudgement, TestQuery, Verdict } from './judgement.ts';
import { newestFirst, stillStands, wasDone } from './priors.ts';
import { nearestTo } from './nearest.ts';
import { recognize, type Recognized } from './recognize.ts';
import { trendOf } from './trend.ts';

const ALWAYS_UNKNOWN = [
  'Tests and orders elsewhere, which no feed sends, are not visible.',
  'Restricted information may exist for any patient; what is not open to you is not part of this answer.',
];
/** More of a trend than this is no reason. */
const PRIORS_SHOWN = 10;

/**
 * Whether a test that somebody is about to order has been done, is ordered or is planned.
 * Pure: the same arguments give the same answer. Nothing that `history` does not hold can show in it.
 */
export function judge(query: TestQuery, history: History, catalogue: Catalogue, now: Date): Judgement {
  const notKnown = [
    ...ALWAYS_UNKNOWN,
    ...(history.seesOrders ? [] : ['Orders at the cancer centre are not open to you.']),
    ...(history.seesPlans ? [] : ['Not all plans of the cancer centre are open to you.']),
  ];
  const nothing = {
    parts: [],
    priors: [],
    trend: undefined,
    planned: [],
    nextDue: undefined,
    interval: undefined,
    notKnown,
  };
  const known = recognize(query.name, catalogue);
  if (known.found !== 'one') {
    const several = known.found === 'several';
    const nearest = several ? known.nearest : nearestTo(query.name.text ?? '', catalogue);
    const instead = nearest.length > 0 ? 'choose one of the nearest' : 'ask by another name';
    const reason = several
      ? 'These words fit several tests; choose one.'
      : `This test is not in the list of test families; ${instead}, or order without a check.`;
    return { ...nothing, verdict: 'unknown', family: undefined, reasons: [reason], nearest };
  }
  if (Number.isNaN(query.on.getTime()) || daysBetween(now, query.on, history.zone) > 0) {
    return {
      ...nothing,
      verdict: 'unknown',
      family: known.family,
      reasons: ['The day lies in the future; ask again on the day of ordering.'],
      nearest: [],
    };
  }
  return {
    ...judgeKnown(
      { laterality: known.laterality, contrast: known.contrast, ...given(query) },
      known,
      history,
      catalogue,
    ),
    notKnown,
    nearest: [],
  };
}

/** What the query says itself goes before what its words imply. */
function given(query: TestQuery): TestQuery {
  const { laterality, contrast, ...rest } = query;
  return {
    ...rest,
    ...(laterality === undefined ? {} : { laterality }),
    ...(contrast === undefined ? {} : { contrast }),
  };
}

function judgeKnown(
  query: TestQuery,
  known: Recognized,
  history: History,
  catalogue: Catalogue,
): Omit<Judgement, 'notKnown' | 'nearest'> {
  const wanted = known.parts.flatMap((key) => catalogue.families.get(key) ?? []);
  const parts = wanted.map((family) => judgePart(family, query, history));
  const verdict = together(parts);
  const touches = ({ families }: { readonly families: readonly string[] }) =>
    families.some((key) => known.parts.includes(key));
  const deciding = parts.filter((part) => part.verdict === verdict);
  const newest = history.tests.filter((test) => touches(test) && wasDone(test)).toSorted(newestFirst);
  // Of a panel of fourteen the one that decided must not be looked for among the others, nor be cut off.
  const first = new Set(deciding.flatMap(({ prior }) => prior ?? []));
  const priors = [...new Set([...first, ...newest])].slice(0, Math.max(PRIORS_SHOWN, parts.length));
  const dues = parts.flatMap(({ nextDue }) => nextDue ?? []).toSorted((a, b) => a.getTime() - b.getTime());
  // What nothing speaks against today is not put off to the day of a part that was done.
  const [due] = verdict === 'not-duplicate' ? dues.filter((day) => day <= query.on) : dues;
  return {
    verdict,
    family: known.family,
    reasons: reasonsFor(known, parts, verdict, deciding),
    parts,
    priors,
    trend: known.parts.length === 1 ? trendOf(known.family.key, newest.slice(0, PRIORS_SHOWN)) : undefined,
    planned: history.planned.filter((one) => touches(one) && stillStands(one)),
    // A panel is due as soon as the first of its parts is.
    nextDue: due,
    interval: [...deciding, ...parts].find(({ interval }) => interval !== undefined)?.interval,
  };
}

/** A panel is covered by its parts only when all are, and only as surely as the least sure of them. */
const together = (parts: readonly PartJudgement[]): Verdict =>
  LEAST_SURE.find((verdict) => parts.some((part) => part.verdict === verdict)) ?? 'unknown';

function reasonsFor(
  known: Recognized,
  parts: readonly PartJudgement[],
  verdict: Verdict,
  deciding: readonly PartJudgement[],
): string[] {
  const reasons = [...new Set(deciding.map(({ reason }) => reason))];
  if (verdict !== 'not-duplicate') return reasons;
  const covered = parts.filter((part) => part.verdict === 'duplicate' || part.verdict === 'probable-duplicate');
  if (covered.length === 0) return reasons;
  return [
    `Of ${known.family.name} these parts were done recently: ${covered.map(({ family }) => family.name).join(', ')}.`,
    ...reasons,
  ];
}
