import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import type { SourceFacts } from '#portal/patient/source.query.ts';
import { sourceWords } from '#portal/patient/source-words.ts';

/** The foot of a card: every feed that it draws on, as of when. */
export function Sources({ sources }: { sources: readonly SourceFacts[] }): ReactElement {
  const zone = useTimeZone();
  if (sources.length === 0) return <span>No source has sent this part.</span>;
  return <span>{sources.map((source) => sourceWords(source, zone)).join(' · ')}</span>;
}
