import type { Extension } from 'fhir/r4';
import { quoted, UnreadableResourceError } from './unreadable.ts';

/**
 * A FHIR decimal. A sender that writes it in quotation marks is understood.
 * @throws {UnreadableResourceError} when it is something else.
 */
export function decimal(value: unknown, path: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  const number =
    typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number))
    throw new UnreadableResourceError(`${path} ${quoted(value)} is not a number`);
  return number;
}

/**
 * A code of a closed FHIR value set.
 * @throws {UnreadableResourceError} when FHIR has no such code there: what it means cannot be guessed.
 */
export function closedCode(value: unknown, path: string, allowed: ReadonlySet<string>): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || !allowed.has(value))
    throw new UnreadableResourceError(`${path} ${quoted(value)} is not a FHIR R4 code for it`);
  return value;
}

/** The extension whose URL ends in one of `names`: its version and publisher may change, its name does not. */
export function extension(
  extensions: readonly Extension[] | undefined,
  ...names: readonly string[]
): Extension | undefined {
  return extensions?.find(({ url }) => names.some((name) => url === name || url?.endsWith(`/${name}`)));
}

/** As `extension`, all of them. */
export function extensionsNamed(
  extensions: readonly Extension[] | undefined,
  ...names: readonly string[]
): Extension[] {
  return (extensions ?? []).filter(({ url }) => names.some((name) => url === name || url?.endsWith(`/${name}`)));
}

/** Whether `meta.profile` names a profile that ends so; a `|version` is no part of the name. */
export function hasProfile(resource: { meta?: { profile?: string[] } }, test: RegExp): boolean {
  return (resource.meta?.profile ?? []).some((profile) => test.test(profile.split('|')[0] ?? ''));
}
