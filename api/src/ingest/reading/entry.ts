import type { FhirResource } from 'fhir/r4';

/** A resource as it lay in a file, not yet believed: its shape is the sender's word. */
export interface Entry {
  readonly resource: FhirResource;
  /** The entry's own address; what references in the same bundle may call it. */
  readonly fullUrl: string | undefined;
  /** Where in the file: "entry 12", "line 3"; empty when it is the whole file. */
  readonly place: string;
  /** Why nothing could be read here. */
  readonly fault?: string;
}

/** Something to import that holds resources. Read twice: once for what the resources refer to, once for themselves. */
export interface Document {
  /** How it is called in reasons: the path as given, or the name of an in-memory bundle. */
  readonly name: string;
  /** Resources that lie loose (one a file, one a line, an array) may refer to those in other files of `folder`; a bundle is complete in itself. */
  readonly folder: string | undefined;
  /** Security labels of the bundle as a whole. */
  readonly security: readonly { system?: string; code?: string }[];
  /** In portions, so that a large file is never in memory as a whole. */
  entries(): AsyncIterable<Entry[]> | Iterable<Entry[]>;
}

/** A file, or a part of one, that cannot be read; the message is the reason. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}
