import type { Catalogue } from './catalogue.ts';
import { INTERVALS_VERSION } from './data/intervals.ts';
import type {
  DuplicateTestCheck,
  PlannedTestView,
  PriorTest,
  TestFamily,
  TestInterval,
} from './duplicate-tests.types.ts';
import type { Family, Interval } from './family.ts';
import type { PastTest, PlannedTest } from './history.ts';
import type { Judgement } from './judgement.ts';

export const familyView = (family: Family, catalogue: Catalogue): TestFamily => ({
  key: family.key,
  name: family.name,
  group: family.group,
  synonyms: [...family.synonyms],
  codes: family.codes.map(({ code }) => code),
  parts: family.parts.map((key) => catalogue.families.get(key)?.name ?? key),
  intervals: family.intervals.map(intervalView),
});

export const checkView = (judgement: Judgement, catalogue: Catalogue): DuplicateTestCheck => ({
  verdict: judgement.verdict,
  family: judgement.family ? familyView(judgement.family, catalogue) : null,
  reasons: [...judgement.reasons],
  parts:
    judgement.parts.length > 1
      ? judgement.parts.map(({ family, verdict, reason }) => ({ name: family.name, verdict, reason }))
      : [],
  priors: judgement.priors.map(priorView),
  planned: judgement.planned.map(plannedView),
  nextDueOn: dayOf(judgement.nextDue),
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

const priorView = ({ id, name, at, text, unit, flag, status, institution }: PastTest): PriorTest => ({
  id,
  name,
  at: at?.toISOString() ?? null,
  text,
  unit,
  flag,
  status: status ?? 'not recorded',
  institution,
});

const plannedView = ({ id, kind, name, on, by }: PlannedTest): PlannedTestView => ({
  id,
  kind,
  name,
  on: dayOf(on),
  by,
});

const dayOf = (moment: Date | undefined): string | null => moment?.toISOString().slice(0, 10) ?? null;
