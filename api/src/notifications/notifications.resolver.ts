import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Action } from '#api/graphql/action.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { askForCode, changeContact, verifyContact } from './change-contact.ts';
import { changePractice } from './change-practice.ts';
import { changeSettings } from './change-settings.ts';
import { readNotifications } from './notifications.queries.ts';
import {
  ContactAnswer,
  ContactInput,
  Notifications,
  NotificationSettingsInput,
  PracticeSettingsInput,
  type ContactChanged,
  type ContactRefused,
} from './notifications.types.ts';

@Resolver()
export class NotificationsResolver {
  @Action('notifications:read')
  @Query(() => Notifications, {
    description: 'How and when the viewer is reached, and what the practice does when nobody opens.',
  })
  notifications(@Ctx() context: RequestContext): Promise<Notifications> {
    return readNotifications(context);
  }

  @Action('notifications:change')
  @Mutation(() => Notifications, { description: 'Changes when the viewer wants to hear by mail.' })
  changeNotificationSettings(
    @Ctx() context: RequestContext,
    @Arg('input', () => NotificationSettingsInput, { description: 'The new settings.' })
    input: NotificationSettingsInput,
  ): Promise<Notifications> {
    return changeSettings(context, input);
  }

  @Action('notifications:change')
  @Mutation(() => ContactAnswer, {
    description: 'Changes an address of the viewer, and sends a link there to confirm it.',
  })
  changeContact(
    @Ctx() context: RequestContext,
    @Arg('input', () => ContactInput, { description: 'The new address.' }) input: ContactInput,
  ): Promise<ContactChanged> {
    return changeContact(context, input);
  }

  @Action('notifications:change')
  @Mutation(() => ContactAnswer, { description: 'Sends a new link to an address of the viewer.' })
  sendContactLink(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Id of the contact.' }) id: string,
  ): Promise<ContactChanged | ContactRefused> {
    return askForCode(context, id);
  }

  @Action('notifications:change')
  @Mutation(() => ContactAnswer, {
    description: 'Confirms an address with the code out of the link that was sent there.',
  })
  verifyContact(
    @Ctx() context: RequestContext,
    @Arg('code', () => String, { description: 'The code out of the link.' }) code: string,
  ): Promise<ContactChanged | ContactRefused> {
    return verifyContact(context, code);
  }

  @Action('notifications:change-practice')
  @Mutation(() => Notifications, {
    description: 'Changes what the practice does about messages that nobody opens. For its administrators.',
  })
  changePracticeSettings(
    @Ctx() context: RequestContext,
    @Arg('input', () => PracticeSettingsInput, { description: 'The new settings.' }) input: PracticeSettingsInput,
  ): Promise<Notifications> {
    return changePractice(context, input);
  }
}
