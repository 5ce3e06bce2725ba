import { defineEntity, p } from '@mikro-orm/postgresql';

/** A file that was uploaded, and the message that it went with; without one it waits for its uploader. */
export const Attachment = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    messageId: p.uuid().nullable(),
    patientId: p.uuid().nullable(),
    uploadedById: p.uuid(),
    uploadedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
    fileName: p.text(),
    contentType: p.text(),
    sizeBytes: p.integer(),
    sha256: p.blob(),
  },
});

/** The bytes of a file, once for all messages that they came with. */
export const AttachmentContent = defineEntity({
  name: 'AttachmentContent',
  tableName: 'attachment_content',
  properties: {
    sha256: p.blob().primary(),
    body: p.blob(),
  },
});
