/** A resource that cannot be taken in. The message is the reason that is kept and shown; it quotes no more than the value at fault. */
export class UnreadableResourceError extends Error {
  override readonly name = 'UnreadableResourceError';
}

/** A value at fault as a reason quotes it: short, on one line. */
export const quoted = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return `"${text.replaceAll(/\s+/g, ' ').slice(0, 60)}"`;
};
