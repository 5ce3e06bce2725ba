/**
 * The table and the signed checkpoints cannot both be right: somebody changed one of them, or a backup
 * older than the checkpoints was restored. Nothing is sealed until a person has looked.
 */
export class AuditContradictionError extends Error {
  override readonly name = 'AuditContradictionError';
}

/** The folder of keys and checkpoints cannot be used; the message says which file and why, in one line. */
export class AuditFolderError extends Error {
  override readonly name = 'AuditFolderError';
}
