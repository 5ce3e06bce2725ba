/** What can be mutated: pure files whose tests are quick. */
interface Engine {
  readonly folder: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
  /** Share of the breaks, in per cent, that the tests must notice. */
  readonly least: number;
}

export const ENGINES: Readonly<Record<string, Engine>> = {
  'duplicate-tests': {
    folder: 'api/src/duplicate-tests',
    files: [
      'judge.ts',
      'judge-part.ts',
      'judge-interval.ts',
      'priors.ts',
      'recognize.ts',
      'recognize-imaging.ts',
      'qualifiers.ts',
      'words.ts',
      'inconclusive.ts',
      'report-categories.ts',
      'nearest.ts',
      'duration.ts',
      'calendar.ts',
      'flag.ts',
      'trend.ts',
    ],
    tests: [
      'api/src/duplicate-tests/{judge,judge-reasons,judge-answer,judge-planned,judge-sides,priors,recognize,catalogue,flag,trend,calendar,duration,inconclusive,nearest,words}.test.ts',
    ],
    least: 85,
  },
  survivorship: {
    folder: 'api/src/survivorship',
    files: [
      'build-plan.ts',
      'dates.ts',
      'schedule.ts',
      'season.ts',
      'interval.ts',
      'anchor.ts',
      'applies.ts',
      'calendar.ts',
      'centre-rules.ts',
      'plan.policy.ts',
    ],
    // Properties draw hundreds of plans for each break and notice few that the tables do not.
    tests: [
      'api/src/survivorship/{build-plan,build-plan.lines,build-plan.chosen,told-words,applies,calendar,interval,season,anchor,centre-rules,plan.policy}.test.ts',
    ],
    least: 85,
  },
  'treatment-summary': {
    folder: 'api/src/survivorship/facts',
    files: [
      'cancers.ts',
      'course.ts',
      'genetics.ts',
      'local.ts',
      'missing.ts',
      'person.ts',
      'said-faults.ts',
      'systemic.ts',
    ],
    tests: ['api/src/survivorship/facts/*.test.ts'],
    least: 85,
  },
};
