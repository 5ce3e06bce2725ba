import type { Attachment } from '#portal/messaging/messaging.query.ts';

export const attachmentLimits = { each: 10 * 1024 * 1024, together: 25 * 1024 * 1024, count: 20 } as const;
export const acceptedTypes = '.pdf,.png,.jpg,.jpeg,.txt,.xml,.json';

/** Why a file was not taken, in words; `again`: whether trying again may help. */
export class UploadError extends Error {
  readonly again: boolean;
  constructor(words: string, again: boolean) {
    super(words);
    this.name = 'UploadError';
    this.again = again;
  }
}

const tooLarge = 'It is larger than 10 MB. Send a smaller file, or part of it.';

/** What the server says against a file, in its words where it has any. */
function refusalOf(status: number, response: unknown): UploadError {
  if (status === 401) return new UploadError('Your session has ended. Sign in, then attach it again.', true);
  if (status === 413) return new UploadError(tooLarge, false);
  const words = (response as { errors?: { message?: string }[] } | null)?.errors?.[0]?.message;
  return status === 422 && words
    ? new UploadError(words, false)
    : new UploadError('The server could not keep it.', status >= 500 || status === 429);
}

/** Sends one file; fetch tells no progress, so an older way is taken. @throws {UploadError} */
export function upload(file: File, progress: (part: number) => void): Promise<Attachment> {
  if (file.size > attachmentLimits.each) return Promise.reject(new UploadError(tooLarge, false));
  if (file.size === 0) return Promise.reject(new UploadError('It is empty.', false));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/attachments');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = () =>
      reject(new UploadError('The line was lost on the way. The rest of the message is kept.', true));
    request.onload = () => {
      if (request.status === 201) resolve(request.response as Attachment);
      else reject(refusalOf(request.status, request.response));
    };
    request.send(file);
  });
}
