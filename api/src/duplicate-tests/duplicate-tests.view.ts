import { dayIn } from './calendar.ts';
import type { Catalogue } from './catalogue.ts';
import { INTERVALS_VERSION } from './data/intervals.ts';
import type {
  DuplicateTestCheck,
  PlannedTestView,
  PriorTest,
  TestFamily,
  TestInterval,
  TestTrend,
} from './duplicate-tests.types.ts';
import type { Family, Interval } from './family.ts';
import type { PastTest, PlannedTest } from './history.ts';
import type { Judgement } from './judgement.ts';
import type { Trend } from './trend.ts';

export const familyView = (family: Family, catalogue: Catalogue): TestFamily => ({
  key: family.key,
  name: family.name,
  group: family.group,
  synonyms: [...family.synonyms],
  codes: family.codes.map(({ code }) => code),
  parts: family.parts.map((key) => catalogue.families.get(key)?.name ?? key),
  intervals: family.intervals.map(intervalView),
});

export const checkView = (
  judgement: Judgement,
  patientId: string,
  catalogue: Catalogue,
  zone: string,
): DuplicateTestCheck => ({
  verdict: judgement.verdict,
  family: judgement.family ? familyView(judgement.family, catalogue) : null,
  reasons: [...judgement.reasons],
  parts:
    judgement.parts.length > 1
      ? judgement.parts.map(({ family, verdict, reason }) => ({ name: family.name, verdict, reason }))
      : [],
  priors: judgement.priors.map((prior) => priorView(prior, patientId)),
  trend: judgement.trend ? trendView(judgement.trend) : null,
  planned: judgement.planned.map((planned) => plannedView(planned, zone)),
  nextDueOn: judgement.nextDue ? dayIn(judgement.nextDue, zone) : null,
  interval: judgement.interval ? intervalView(judgement.interval) : null,
  notKnown: [...judgement.notKnown],
  nearest: judgement.nearest.map((family) => familyView(family, catalogue)),
});

const intervalView = ({
  situation,
  least,
  most,
  schedule,
  source,
  year,
  confidence,
  note,
}: Interval): TestInterval => ({
  situation,
  least,
  most: most ?? null,
  schedule: schedule ?? false,
  source,
  year,
  version: INTERVALS_VERSION,
  confidence,
  note: note ?? null,
});

const priorView = (
  { id, name, at, precision, text, unit, ucum, flag, status, institution }: PastTest,
  patientId: string,
): PriorTest => ({
  id,
  name,
  at: at?.toISOString() ?? null,
  precision: at === undefined ? null : precision,
  text,
  unit,
  unitUnreadable: unit !== null && ucum === null,
  flag,
  status: status ?? 'not recorded',
  institution,
  link: `/patients/${patientId}/tests`,
});

const trendView = ({ points, ...trend }: Trend): TestTrend => ({
  ...trend,
  points: points.map(({ at, ...point }) => ({ ...point, at: at.toISOString() })),
});

const plannedView = ({ id, kind, name, opens, on, by }: PlannedTest, zone: string): PlannedTestView => ({
  id,
  kind,
  name,
  opensOn: opens ? dayIn(opens, zone) : null,
  on: on ? dayIn(on, zone) : null,
  by,
});
