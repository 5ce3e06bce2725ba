import type { SourceFacts } from '#portal/patient/source.query.ts';
import { instantWords } from '#portal/ui/dates.ts';

/** "Cancer centre EHR, as of 21 Nov 2026, 06:10 MST": one feed. */
export function sourceWords(
  { name, asOf, receivedAt }: Pick<SourceFacts, 'name' | 'asOf' | 'receivedAt'>,
  timeZone: string,
): string {
  return asOf
    ? `${name}, as of ${instantWords(asOf, timeZone)}`
    : `${name}, received ${instantWords(receivedAt, timeZone)}`;
}

/** Several sections often come from one feed: each feed once, at its latest. */
export function distinctSources(sources: readonly SourceFacts[]): SourceFacts[] {
  const latest = new Map<string, SourceFacts>();
  for (const source of sources) {
    const known = latest.get(source.system);
    if (!known || (source.asOf ?? source.receivedAt) > (known.asOf ?? known.receivedAt))
      latest.set(source.system, source);
  }
  return [...latest.values()];
}
