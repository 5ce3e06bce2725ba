import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import type { Palliative } from '#portal/palliative/palliative.query.ts';
import { dayWords } from '#portal/ui/dates.ts';
import { ragWords } from '#portal/ui/words.ts';
import '#portal/palliative/palliative.css';

const shapes = {
  BLUE: 'M2 2h12v12H2z',
  GREEN: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z',
  AMBER: 'M8 0l8 8-8 8-8-8z',
  RED: 'M8 1l7.500 14H.500z',
} as const;

export function PalliativeStage({ stage }: { stage: NonNullable<Palliative['stage']> }): ReactElement {
  const zone = useTimeZone();
  return (
    <>
      <svg className={`icon rag rag-${stage.rag.toLowerCase()}`} viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[stage.rag]} />
      </svg>{' '}
      <strong>{ragWords[stage.rag]}</strong>: {stage.meaning}
      {stage.asOf && `, ${dayWords(stage.asOf, zone)}`}
    </>
  );
}
