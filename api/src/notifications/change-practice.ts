import type { RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError, ForbiddenError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { change } from './change.ts';
import { readNotifications } from './notifications.queries.ts';
import type { Notifications, PracticeSettingsInput } from './notifications.types.ts';

const within = (value: number, least: number, most: number) => value >= least && value <= most;

/**
 * Changes what the practice does about messages that nobody opens.
 * @throws {ForbiddenError} to anybody who does not administer the practice.
 */
export async function changePractice(context: RequestContext, input: PracticeSettingsInput): Promise<Notifications> {
  const { secondContactId = null, urgentAfterMinutes, routineAfterDays } = input;
  if (!within(urgentAfterMinutes, 15, 2880))
    throw new BadUserInputError('urgentAfterMinutes must be between 15 and 2880');
  if (!within(routineAfterDays, 1, 15)) throw new BadUserInputError('routineAfterDays must be between 1 and 15');
  if (secondContactId !== null && !isUuid(secondContactId)) throw new BadUserInputError('secondContactId is no id');
  const action = 'notifications:change-practice';
  const parameters = [secondContactId, urgentAfterMinutes, routineAfterDays];
  const answer = await change(context, action, 'app.change_practice($3, $4, $5)', parameters);
  if (answer === 'forbidden') throw new ForbiddenError(action);
  if (answer === 'not-of-the-practice')
    throw new BadUserInputError('the second contact must be somebody of the practice');
  return readNotifications(context);
}
