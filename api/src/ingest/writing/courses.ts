/** A stored fraction, as far as its course is made of it. Dates are YYYY-MM-DD. */
export interface Fraction {
  readonly id: string;
  readonly course_key: string;
  readonly given_on: string | null;
  readonly status: string | null;
  readonly source_system: string;
  readonly source_updated_at: string | null;
}

/** A course, and the fraction whose words describe it. */
export interface Course<F extends Fraction> {
  /** The same in every import: whose, why, what, and which one in time. */
  readonly name: string;
  readonly sessions: number;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly status: string | null;
  readonly updatedAt: string | null;
  readonly last: F;
  /** All that it is made of. */
  readonly fractions: readonly F[];
}

/**
 * Days without a fraction after which a new course begins. No course pauses for nine weeks, and
 * monthly chemoradiation stays one course. A convention of ours (2026), for the centre to review.
 */
const PAUSE_DAYS = 63;
const NOT_GIVEN = new Set(['not-done', 'entered-in-error']);

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Groups one patient's fractions into courses: the same treatment for the same reason, until a pause. */
export function coursesOf<F extends Fraction>(fractions: readonly F[]): Course<F>[] {
  const given = fractions.filter(({ status }) => !NOT_GIVEN.has(status ?? ''));
  const treatments = Map.groupBy(given, ({ source_system: system, course_key: key }) => `${system}|${key}`);
  return [...treatments].flatMap(([treatment, all]) => {
    const inOrder = all.toSorted(
      (a, b) => (a.given_on ?? '').localeCompare(b.given_on ?? '') || a.id.localeCompare(b.id),
    );
    return split(inOrder).map((course, index) => describe(`${treatment}|${index + 1}`, course));
  });
}

function split<F extends Fraction>(inOrder: readonly F[]): F[][] {
  const courses: F[][] = [];
  for (const fraction of inOrder) {
    const last = courses.at(-1)?.at(-1);
    const paused = last?.given_on && fraction.given_on ? days(last.given_on, fraction.given_on) > PAUSE_DAYS : false;
    if (last === undefined || paused) courses.push([fraction]);
    else courses.at(-1)?.push(fraction);
  }
  return courses;
}

function describe<F extends Fraction>(name: string, course: readonly F[]): Course<F> {
  const last = course.at(-1) as F;
  const dates = course.flatMap(({ given_on: on }) => (on === null ? [] : [on]));
  const updates = course.flatMap(({ source_updated_at: at }) => (at === null ? [] : [at])).sort();
  return {
    name,
    // Two entries on one day are two sessions only if the source says so by two ids, which it does.
    sessions: course.length,
    startedOn: dates[0] ?? null,
    endedOn: dates.at(-1) ?? null,
    status: course.some(({ status }) => status === 'in-progress') ? 'in-progress' : last.status,
    updatedAt: updates.at(-1) ?? null,
    last,
    fractions: course,
  };
}
