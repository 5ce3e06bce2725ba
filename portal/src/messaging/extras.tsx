import type { ReactElement } from 'react';
import { AttachmentField } from '#portal/messaging/attachment-field.tsx';
import type { DraftDesk } from '#portal/messaging/draft-desk.ts';
import type { Fields } from '#portal/messaging/draft-fields.ts';
import { RecordPicker } from '#portal/messaging/record-picker.tsx';

interface Props {
  desk: DraftDesk;
  fields: Fields;
  /** Null: it is not known whom it is about, so nothing can be quoted. */
  patientId: string | null;
}

/** How soon, and what goes with the text. */
export function Extras({ desk, fields, patientId }: Props): ReactElement {
  const attached = (): Fields['attachments'] => desk.now().fields.attachments;
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          checked={fields.priority === 'URGENT'}
          onChange={({ target }) => desk.change({ priority: target.checked ? 'URGENT' : 'ROUTINE' })}
        />
        <span>
          Urgent{' '}
          <span className="small muted">told at once; passed on to who covers when it is not opened in time</span>
        </span>
      </label>
      <div className="extras">
        <AttachmentField
          attachments={fields.attachments}
          add={(one) => desk.change({ attachments: [...attached(), one] })}
          remove={(id) => desk.change({ attachments: attached().filter((one) => one.id !== id) })}
        />
        {patientId && (
          <RecordPicker
            patientId={patientId}
            references={fields.references}
            change={(references) => desk.change({ references })}
          />
        )}
      </div>
    </>
  );
}
