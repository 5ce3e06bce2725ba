import { useState, type ReactElement } from 'react';
import { lazyPage } from '#portal/app/lazy-page.tsx';
import { useSession } from '#portal/app/session.ts';
import { referenceWords } from '#portal/messaging/message-parts.tsx';
import type { Reference } from '#portal/messaging/messaging.query.ts';
import type { PiecesProps } from '#portal/messaging/pieces.tsx';
import { kindWords } from '#portal/messaging/words.ts';

const Pieces = lazyPage<PiecesProps>(
  async () => (await import('#portal/messaging/pieces.tsx')).Pieces,
  'what can be quoted',
).Page;

interface Props {
  patientId: string;
  references: readonly Reference[];
  change: (references: readonly Reference[]) => void;
}

/** Pieces of the record that the message quotes. Only the place is sent: each reader sees it live, under their own rights. */
export function RecordPicker({ patientId, references, change }: Props): ReactElement {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const [open, setOpen] = useState(false);
  return (
    <div className="pieces">
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        Quote the record
      </button>
      {references.length > 0 && (
        <ul className="files" aria-label="Quoted from the record">
          {references.map((one) => (
            <li key={one.id}>
              <span>
                <span className="small muted">{kindWords[one.kind]}:</span>{' '}
                {referenceWords(one, zone) ?? 'not open to you'}
              </span>
              <button
                type="button"
                className="button"
                aria-label={`Take out ${one.title ?? 'this piece'}`}
                onClick={() => change(references.filter(({ id }) => id !== one.id))}
              >
                Take out
              </button>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <Pieces
          patientId={patientId}
          chosen={references.map(({ id }) => id)}
          choose={(one) => change([...references, one])}
        />
      )}
    </div>
  );
}
