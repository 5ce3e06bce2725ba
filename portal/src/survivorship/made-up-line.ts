// For tests: a line of a plan that nobody has.
import type { PlanLine } from '#portal/survivorship/plan.query.ts';

export const madeUpLine = (of: Partial<PlanLine> = {}): PlanLine => ({
  id: of.key ?? 'line',
  key: 'colorectal-cea',
  kind: 'SURVEILLANCE',
  title: 'CEA',
  owner: 'PRIMARY_CARE',
  ownerName: null,
  interval: 'every 3 to 6 months',
  window: null,
  nextDue: '2027-02-04',
  lastDone: null,
  neverRecorded: false,
  state: 'NOT_YET_DUE',
  reason: '',
  why: '',
  target: null,
  advice: of.kind === 'ADVISED_AGAINST',
  asksForResponse: true,
  ruleSource: { title: 'ASCO', year: 2013, confidence: 'A' },
  response: 'NONE',
  responseWords: null,
  respondedBy: null,
  respondedAt: null,
  task: null,
  ...of,
});
