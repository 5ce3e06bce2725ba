import type { RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { change } from './change.ts';
import { readNotifications } from './notifications.queries.ts';
import type { ContactChanged, ContactInput, ContactRefusal, ContactRefused } from './notifications.types.ts';
import { hashOfCode } from './send-code.ts';

const ADDRESS = {
  email: /^[^\s@"<>,;:()\\]+@[^\s@"<>,;:()\\]+\.[^\s@"<>,;:()\\]+$/,
  direct: /^[^\s@"<>,;:()\\]+@[^\s@"<>,;:()\\]+\.[^\s@"<>,;:()\\]+$/,
  fax: /^\+?[\d() .-]{7,25}$/,
} as const;

const ACTION = 'notifications:change';

const changed = async (context: RequestContext): Promise<ContactChanged> => ({
  notifications: await readNotifications(context),
});

/** Gives the viewer an address; a link goes there, and the address counts once it was opened. */
export async function changeContact(context: RequestContext, input: ContactInput): Promise<ContactChanged> {
  const address =
    input.channel === 'fax' ? input.address.replaceAll(/[() .-]/g, '') : input.address.trim().toLowerCase();
  if (address.length > 254 || !ADDRESS[input.channel].test(address))
    throw new BadUserInputError('address is none that can be written to');
  await change(context, ACTION, 'app.change_contact($3, $4)', [input.channel, address]);
  return changed(context);
}

/** Sends a new link to an address of the viewer. */
export async function askForCode(context: RequestContext, id: string): Promise<ContactChanged | ContactRefused> {
  if (!isUuid(id)) return { reason: 'not-found' };
  const answer = await change(context, ACTION, 'app.ask_for_code($3)', [id]);
  return answer === 'sent' ? changed(context) : { reason: answer as ContactRefusal };
}

/** The viewer opened the link: the address it was sent to is theirs. */
export async function verifyContact(context: RequestContext, code: string): Promise<ContactChanged | ContactRefused> {
  const answer = await change(context, ACTION, 'app.verify_contact($3)', [hashOfCode(code)]);
  return answer === undefined ? { reason: 'wrong-code' } : changed(context);
}
