import type { Attachment } from '#portal/messaging/messaging.query.ts';

export const attachmentLimits = { each: 10 * 1024 * 1024, together: 25 * 1024 * 1024, count: 20 } as const;
export const acceptedTypes = '.pdf,.png,.jpg,.jpeg,.txt,.xml,.json';

const kinds = 'PDF, PNG, JPEG, plain text, C-CDA or FHIR JSON';

/** Why a file was not taken, in words; `again`: whether trying again may help. */
export class UploadError extends Error {
  readonly again: boolean;
  constructor(words: string, again: boolean) {
    super(words);
    this.name = 'UploadError';
    this.again = again;
  }
}

const refusals: Record<number, string> = {
  401: 'Your session has ended. Sign in, then attach it again.',
  403: 'Your role does not attach files.',
  413: 'It is larger than 10 MB. Send a smaller file, or part of it.',
  415: `Its content is none of what can be sent: ${kinds}. The ending of the name does not count.`,
  422: `Its content is none of what can be sent: ${kinds}. The ending of the name does not count.`,
};

/** Sends one file; fetch tells no progress, so an older way is taken. @throws {UploadError} */
export function upload(file: File, progress: (part: number) => void): Promise<Attachment> {
  if (file.size > attachmentLimits.each) return Promise.reject(new UploadError(refusals[413] ?? '', false));
  if (file.size === 0) return Promise.reject(new UploadError('It is empty.', false));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/attachments?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('apollo-require-preflight', 'true');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = () =>
      reject(new UploadError('The line was lost on the way. The rest of the message is kept.', true));
    request.onload = () => {
      if (request.status === 200 || request.status === 201) return resolve(request.response as Attachment);
      const words = refusals[request.status];
      return reject(new UploadError(words ?? 'The server could not keep it.', words === undefined));
    };
    request.send(file);
  });
}
