import { graphql, type ResultOf } from '#portal/graphql.ts';

export const personFields = graphql(`
  fragment PersonFields on PersonRef {
    id
    name
    role
    organization {
      id
      name
    }
  }
`);

export const aboutFields = graphql(`
  fragment AboutFields on PatientRef {
    id
    name
    birthDate
    mrn
  }
`);

export const attachmentFields = graphql(`
  fragment AttachmentFields on Attachment {
    id
    name
    contentType
    sizeBytes
  }
`);

export const referenceFields = graphql(`
  fragment ReferenceFields on RecordReference {
    kind
    id
    title
    detail
    at
  }
`);

export type Person = ResultOf<typeof personFields>;
export type About = ResultOf<typeof aboutFields>;
export type Attachment = ResultOf<typeof attachmentFields>;
export type Reference = ResultOf<typeof referenceFields>;
export type RecordKind = Reference['kind'];
