import type { RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError } from '#api/graphql/errors.ts';
import { change } from './change.ts';
import { readNotifications } from './notifications.queries.ts';
import type { Notifications, NotificationSettingsInput } from './notifications.types.ts';

const isHour = (value: number) => Number.isInteger(value) && value >= 0 && value <= 23;

/** Changes when the viewer wants to hear. @throws {BadUserInputError} for an hour that no clock shows. */
export async function changeSettings(
  context: RequestContext,
  input: NotificationSettingsInput,
): Promise<Notifications> {
  const { digestHour, urgentAtOnce, quietFrom = null, quietUntil = null } = input;
  if (!isHour(digestHour)) throw new BadUserInputError('digestHour must be between 0 and 23');
  if ((quietFrom === null) !== (quietUntil === null))
    throw new BadUserInputError('quiet hours have a beginning and an end');
  if (![quietFrom, quietUntil].every((hour) => hour === null || isHour(hour)))
    throw new BadUserInputError('quiet hours must be between 0 and 23');
  const call = '(n).person_id from app.change_notifications($3, $4, $5, $6) n';
  await change(context, 'notifications:change', call, [digestHour, urgentAtOnce, quietFrom, quietUntil]);
  return readNotifications(context);
}
