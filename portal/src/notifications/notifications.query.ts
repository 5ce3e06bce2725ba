import { graphql, type ResultOf } from '#portal/graphql.ts';

export const notificationFields = graphql(`
  fragment NotificationFields on Notifications {
    settings {
      digestHour
      urgentAtOnce
      quietFrom
      quietUntil
      timeZone
    }
    contacts {
      id
      channel
      address
      verifiedAt
      codeSentAt
      failedAt
      failure
    }
  }
`);

export const notificationsQuery = graphql(
  `
    query Notifications {
      notifications {
        ...NotificationFields
      }
    }
  `,
  [notificationFields],
);

export const changeSettingsMutation = graphql(
  `
    mutation ChangeNotificationSettings($input: NotificationSettingsInput!) {
      changeNotificationSettings(input: $input) {
        ...NotificationFields
      }
    }
  `,
  [notificationFields],
);

export const sendLinkMutation = graphql(`
  mutation SendContactLink($id: ID!) {
    sendContactLink(id: $id) {
      __typename
      ... on ContactRefused {
        reason
      }
    }
  }
`);

export const changeContactMutation = graphql(`
  mutation ChangeContact($input: ContactInput!) {
    changeContact(input: $input) {
      __typename
    }
  }
`);

export const verifyContactMutation = graphql(`
  mutation VerifyContact($code: String!) {
    verifyContact(code: $code) {
      __typename
      ... on ContactRefused {
        reason
      }
    }
  }
`);

export type NotificationsTold = ResultOf<typeof notificationFields>;
export type ContactTold = NotificationsTold['contacts'][number];
