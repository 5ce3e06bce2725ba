import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse, type ContextOf } from '#api/http/index.ts';
import { findAttachment, type FoundAttachment } from './find-attachment.ts';
import { LARGEST, storeAttachment, type AttachmentRefusal } from './store-attachment.ts';

/**
 * Files of messages: POST /attachments with the bytes as application/octet-stream and the name, URI-encoded, in
 * X-File-Name; GET /attachments/{id}. That the request comes from our own pages is checked before (`http/same-origin.ts`).
 */
export function serveAttachments(app: FastifyInstance, contextOf: ContextOf): void {
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: LARGEST },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    scope.setErrorHandler((error: FastifyError, _request, reply) => answerError(error, reply));

    scope.post('/attachments', { bodyLimit: LARGEST }, async (request, reply) => {
      const name = fileName(request.headers['x-file-name']);
      if (name === undefined || !Buffer.isBuffer(request.body))
        return refuse(reply, 400, 'BAD_USER_INPUT', 'Send the bytes as application/octet-stream, with X-File-Name.');
      const stored = await storeAttachment(contextOf(request, reply), { name, body: request.body });
      if ('refusal' in stored) return refuseFile(reply, stored.refusal);
      return reply.code(201).header('cache-control', 'no-store').send(stored);
    });

    scope.get('/attachments/:id', async (request, reply) => {
      const { id } = request.params as { id: string };
      const found = await findAttachment(contextOf(request, reply), id);
      return sendFile(reply, found);
    });
  });
}

/** Never shown by the browser: saved, under its own name, with nothing that could run. */
function sendFile(reply: FastifyReply, { name, contentType, body }: FoundAttachment): FastifyReply {
  const shownAs: Partial<Record<string, string>> = {
    'application/hl7-cda+xml': 'application/octet-stream',
    'application/fhir+json': 'application/octet-stream',
    'text/plain': 'text/plain; charset=utf-8',
  };
  return reply
    .header('content-type', shownAs[contentType] ?? contentType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(body);
}

const NAME_LIMIT = 200;

/** The last part of the name that was given; undefined when there is none that can be used. */
function fileName(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    const name = decodeURIComponent(header).split(/[/\\]/).at(-1)?.trim() ?? '';
    return name === '' || name.length > NAME_LIMIT || /\p{Cc}/u.test(name) ? undefined : name;
  } catch {
    return undefined;
  }
}

const WORDS: Readonly<Record<AttachmentRefusal, string>> = {
  'type-not-allowed':
    'By what is in it, whatever its name says, it is no PDF, PNG, JPEG, plain text, C-CDA or FHIR JSON; only these can be sent.',
  'type-mismatch': 'The file is not what its name says: it was not taken.',
  empty: 'The file is empty.',
  'too-large': 'The file is larger than 10 MB.',
  'not-stored': 'Too many files wait to be sent, or your role sends none.',
};

const refuseFile = (reply: FastifyReply, refusal: AttachmentRefusal): FastifyReply =>
  refuse(reply, refusal === 'too-large' ? 413 : 422, 'BAD_USER_INPUT', WORDS[refusal], {
    reason: refusal.replaceAll('-', '_').toUpperCase(),
  });

function answerError(error: FastifyError, reply: FastifyReply): FastifyReply {
  if (error.statusCode === 413) return refuseFile(reply, 'too-large');
  if (error.statusCode === 415 || error.statusCode === 400)
    return refuse(reply, error.statusCode, 'BAD_USER_INPUT', 'Send the bytes as application/octet-stream.');
  // To the server's own handler.
  throw error;
}
