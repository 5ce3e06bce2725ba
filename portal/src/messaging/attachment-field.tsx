import { useRef, useState, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { attachmentWords } from '#portal/messaging/message-parts.tsx';
import type { Attachment } from '#portal/messaging/messaging.query.ts';
import { acceptedTypes, attachmentLimits, upload, UploadError } from '#portal/messaging/upload.ts';
import { sizeWords } from '#portal/messaging/words.ts';

interface Props {
  attachments: readonly Attachment[];
  add: (attachment: Attachment) => void;
  remove: (id: string) => void;
}

interface Waiting {
  id: number;
  file: File;
  part: number;
  refusal: UploadError | null;
}

let nextId = 0;

/** Files of a message: each goes to the server as soon as it is chosen, and is attached once it is there. */
export function AttachmentField({ attachments, add, remove }: Props): ReactElement {
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const change = (id: number, part: Partial<Waiting>): void =>
    setWaiting((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const drop = (id: number): void => setWaiting((all) => all.filter((one) => one.id !== id));

  const send = async ({ id, file }: Pick<Waiting, 'id' | 'file'>): Promise<void> => {
    change(id, { refusal: null, part: 0 });
    try {
      add(await upload(file, (part) => change(id, { part })));
      drop(id);
      announce(`${file.name} is attached`);
    } catch (error) {
      if (!(error instanceof UploadError)) throw error;
      change(id, { refusal: error });
      announce(`${file.name} is not attached. ${error.message}`);
    }
  };
  const choose = (files: FileList | null): void => {
    const total = attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    let sum = total;
    for (const file of files ?? []) {
      const one = { id: (nextId += 1), file, part: 0, refusal: null };
      sum += file.size;
      const tooMuch = sum > attachmentLimits.together;
      const refusal = tooMuch
        ? new UploadError(
            `With it the files of this message are larger than ${sizeWords(attachmentLimits.together)}.`,
            false,
          )
        : null;
      setWaiting((all) => [...all, { ...one, refusal }]);
      if (!tooMuch) void send(one);
    }
    if (picker.current) picker.current.value = '';
  };

  return (
    <div className="attach">
      <button type="button" className="button" onClick={() => picker.current?.click()}>
        Attach a file
      </button>
      <input
        ref={picker}
        className="attach-picker"
        type="file"
        aria-label="Attach a file"
        tabIndex={-1}
        multiple
        accept={acceptedTypes}
        onChange={({ target }) => choose(target.files)}
      />
      {attachments.length + waiting.length > 0 && (
        <ul className="files">
          {attachments.map((one) => (
            <li key={one.id}>
              <span>
                {one.name} <span className="small muted">{attachmentWords(one)}</span>
              </span>
              <button
                type="button"
                className="button"
                aria-label={`Take out ${one.name}`}
                onClick={() => remove(one.id)}
              >
                Take out
              </button>
            </li>
          ))}
          {waiting.map((one) => (
            <li key={one.id}>
              <span>
                {one.file.name}{' '}
                {one.refusal ? (
                  <span className="fault">Not attached. {one.refusal.message}</span>
                ) : (
                  <progress value={one.part} aria-label={`${one.file.name}, on its way`} />
                )}
              </span>
              {one.refusal?.again && (
                <button type="button" className="button" onClick={() => void send(one)}>
                  Try again
                </button>
              )}
              {one.refusal && (
                <button type="button" className="button" onClick={() => drop(one.id)}>
                  Put away
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
