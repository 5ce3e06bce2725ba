import type { Treatment } from '#portal/oncology/oncology.query.ts';
import { isUnderWay } from '#portal/oncology/words.ts';

/** Every place is a fraction of the width, 0 at the left. */
export interface TimelineBar {
  id: string;
  from: number;
  to: number;
  /** Too short for a bar, or its end was never sent: drawn as a mark. */
  point: boolean;
  /** Still going on today. */
  open: boolean;
}

export interface Timeline {
  bars: readonly TimelineBar[];
  ticks: readonly { at: number; label: string }[];
  today: number;
}

/** Something with a beginning and perhaps an end. */
export type Placed = Pick<Treatment, 'id' | 'startedOn' | 'endedOn' | 'status'>;

const dayLength = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayLength;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ticksAtMost = 5;
/** Narrower than this share of the whole a bar could not be seen. */
const narrowest = 0.025;

/** Lays treatments out from the first start to today (or to a later planned end). Null when nothing has a start. */
export function layOut(treatments: readonly Placed[], today: string): Timeline | null {
  const dated = treatments.flatMap((treatment) =>
    treatment.startedOn === null ? [] : [{ ...treatment, start: dayOf(treatment.startedOn) }],
  );
  if (dated.length === 0) return null;
  const now = dayOf(today);
  const ends = dated.map(({ start, endedOn, status }) =>
    endedOn !== null ? Math.max(start, dayOf(endedOn)) : isUnderWay(status) ? Math.max(start, now) : start,
  );
  const first = Math.min(now, ...dated.map(({ start }) => start));
  const last = Math.max(now, ...ends);
  const margin = Math.max(14, (last - first) * 0.03);
  const [left, right] = [first - margin, last + margin];
  const place = (day: number): number => (day - left) / (right - left);

  return {
    bars: dated.map(({ id, start, endedOn, status }, index) => {
      const end = ends[index] ?? start;
      return {
        id,
        from: place(start),
        to: place(end),
        point: place(end) - place(start) < narrowest,
        open: endedOn === null && isUnderWay(status),
      };
    }),
    ticks: ticksBetween(left, right).map(({ day, label }) => ({ at: place(day), label })),
    today: place(now),
  };
}

/** Years; or quarters or months of a span too short for them. */
function ticksBetween(left: number, right: number): { day: number; label: string }[] {
  const from = new Date(left * dayLength);
  const spanMonths = (right - left) / 30.44;
  const step = [1, 3, 6, 12, 24, 60, 120].find((size) => spanMonths / size <= ticksAtMost) ?? 240;
  const ticks: { day: number; label: string }[] = [];
  const start = from.getUTCFullYear() * 12 + from.getUTCMonth();
  for (let month = Math.ceil(start / step) * step; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / dayLength;
    if (day > right) break;
    if (day >= left) ticks.push({ day, label: month % 12 === 0 ? String(month / 12) : (months[month % 12] ?? '') });
  }
  // Without a January in sight the first tick has to say which year it is.
  const [first] = ticks;
  if (first && !ticks.some(({ label }) => /\d/.test(label)))
    first.label += ` ${new Date(first.day * dayLength).getUTCFullYear()}`;
  return ticks;
}
