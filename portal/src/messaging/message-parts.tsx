import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useTimeZone } from '#portal/app/session.ts';
import { kindWords, sizeWords, typeWords } from '#portal/messaging/words.ts';
import type { Attachment, RecordKind, Reference } from '#portal/messaging/messaging.query.ts';
import { partAddress } from '#portal/patient/parts.ts';
import { dayWords } from '#portal/ui/dates.ts';

const partOf: Record<RecordKind, string> = {
  RESULT: 'tests',
  TREATMENT: '',
  DIAGNOSIS: '',
  DOCUMENT: 'documents',
  PLAN_LINE: 'plan',
};

/** "Ferritin: 18 ng/mL, low, 12 Nov 2026"; null where it is not open to this reader. */
export function referenceWords({ title, detail, at }: Reference, zone: string): string | null {
  if (title === null) return null;
  return [detail ? `${title}: ${detail}` : title, at && dayWords(at, zone)].filter(Boolean).join(', ');
}

/** Pieces of the record, as they are now and as this reader may read them. */
export function References({
  references,
  patientId,
}: {
  references: readonly Reference[];
  patientId: string | null;
}): ReactElement | null {
  const zone = useTimeZone();
  if (references.length === 0) return null;
  return (
    <ul className="quotes" aria-label="From the record">
      {references.map((reference) => {
        const words = referenceWords(reference, zone);
        return (
          <li key={reference.id} className="quote">
            <span className="small muted">{kindWords[reference.kind]}, as it is in the record now</span>
            {words ? (
              <span>
                {patientId ? <Link href={partAddress(patientId, partOf[reference.kind])}>{words}</Link> : words}
              </span>
            ) : (
              <span>Not open to you, or no longer in the record. The sender can say in words what matters.</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export const attachmentWords = ({ contentType, sizeBytes }: Attachment): string =>
  `${typeWords(contentType)}, ${sizeWords(sizeBytes)}`;

export function Attachments({ attachments }: { attachments: readonly Attachment[] }): ReactElement | null {
  if (attachments.length === 0) return null;
  return (
    <ul className="files" aria-label="Attachments">
      {attachments.map((attachment) => (
        <li key={attachment.id}>
          <a href={`/attachments/${attachment.id}`} download className="file">
            {attachment.name}
          </a>{' '}
          <span className="muted small">{attachmentWords(attachment)}</span>
        </li>
      ))}
    </ul>
  );
}
