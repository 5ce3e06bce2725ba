import type { RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError, ForbiddenError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { change } from './change.ts';
import { readNotifications } from './notifications.queries.ts';
import type { Notifications, PracticeSettingsInput } from './notifications.types.ts';

const within = (value: number, least: number, most: number) => value >= least && value <= most;

const isWeek = (days: readonly number[]) =>
  days.length > 0 &&
  new Set(days).size === days.length &&
  days.every((day) => Number.isInteger(day) && within(day, 1, 7));

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && zone.includes('/');
  } catch {
    return false;
  }
}

/**
 * Changes what the practice does about messages that nobody opens, and by which days and clock.
 * @throws {ForbiddenError} to anybody who does not administer the practice.
 */
export async function changePractice(context: RequestContext, input: PracticeSettingsInput): Promise<Notifications> {
  const { secondContactId = null, urgentAfterMinutes, routineAfterDays, workingDays = null, timeZone = null } = input;
  if (!within(urgentAfterMinutes, 15, 2880))
    throw new BadUserInputError('urgentAfterMinutes must be between 15 and 2880');
  if (!within(routineAfterDays, 1, 15)) throw new BadUserInputError('routineAfterDays must be between 1 and 15');
  if (secondContactId !== null && !isUuid(secondContactId)) throw new BadUserInputError('secondContactId is no id');
  if (workingDays !== null && !isWeek(workingDays))
    throw new BadUserInputError('workingDays are days from 1 (Monday) to 7, each once, and one at least');
  if (timeZone !== null && !isTimeZone(timeZone)) throw new BadUserInputError('timeZone is no IANA time zone');
  const action = 'notifications:change-practice';
  const parameters = [secondContactId, urgentAfterMinutes, routineAfterDays, workingDays, timeZone];
  const answer = await change(context, action, 'app.change_practice($3, $4, $5, $6, $7)', parameters);
  if (answer === 'forbidden') throw new ForbiddenError(action);
  if (answer === 'not-of-the-practice')
    throw new BadUserInputError('the second contact must be somebody of the practice');
  if (answer === 'unknown-zone') throw new BadUserInputError('timeZone is none that the database knows');
  return readNotifications(context);
}
