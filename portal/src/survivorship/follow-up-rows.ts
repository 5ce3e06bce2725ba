import type { TimelinePart, TimelineRow } from '#portal/oncology/timeline-table.tsx';
import { byUrgency, isAdvice } from '#portal/survivorship/line-groups.ts';
import type { PlanLine } from '#portal/survivorship/plan.query.ts';
import { lastDoneWords, ownerWords, stateWords, whenWords } from '#portal/survivorship/words.ts';
import { isoDay } from '#portal/ui/dates.ts';

const drawnYears = 5;

/** Lines that have a day, done or due, as rows of a timeline. */
export function followUpRows(lines: readonly PlanLine[], now: number, timeZone: string): TimelineRow[] {
  const today = isoDay(now, timeZone);
  const horizon = `${Number(today.slice(0, 4)) + drawnYears}${today.slice(4)}`;
  return lines
    .filter(
      (line) => !isAdvice(line) && line.state !== 'NOT_APPLICABLE' && (line.lastDone !== null || line.nextDue !== null),
    )
    .toSorted(byUrgency)
    .map((line) => {
      const when = whenWords(line, now, timeZone);
      return {
        id: line.id,
        name: line.title,
        when: when ? `${stateWords[line.state].word}: ${when}` : stateWords[line.state].word,
        more: `${[ownerWords[line.owner], line.interval].filter(Boolean).join(', ')}. ${lastDoneWords(line)}.`,
        parts: partsOf(line, horizon),
      };
    });
}

function partsOf(line: PlanLine, horizon: string): TimelinePart[] {
  const { id, lastDone, window, nextDue: due } = line;
  return [
    ...(lastDone
      ? [
          {
            kind: 'DONE',
            placed: { id: `${id} done`, startedOn: lastDone.on, endedOn: lastDone.on, status: 'completed' },
          } as const,
        ]
      : []),
    ...(due !== null && due <= horizon
      ? [
          {
            kind: 'DUE',
            placed: {
              id: `${id} due`,
              startedOn: window?.opens ?? due,
              endedOn: window?.closes ?? due,
              status: 'planned',
            },
          } as const,
        ]
      : []),
  ];
}
