import { graphql, type ResultOf } from '#portal/graphql.ts';

export const practiceFields = graphql(`
  fragment PracticeFields on PracticeSettings {
    urgentAfterMinutes
    routineAfterDays
    workingDays
    timeZone
    mayChange
    secondContact {
      id
    }
    members {
      id
      name
    }
    unreachable {
      address
      state
      since
      person {
        id
        name
      }
      task {
        id
        title
        dueOn
      }
    }
  }
`);

export const practiceQuery = graphql(
  `
    query Practice {
      notifications {
        practice {
          ...PracticeFields
        }
      }
    }
  `,
  [practiceFields],
);

export const changePracticeMutation = graphql(
  `
    mutation ChangePracticeSettings($input: PracticeSettingsInput!) {
      changePracticeSettings(input: $input) {
        practice {
          ...PracticeFields
        }
      }
    }
  `,
  [practiceFields],
);

export type Practice = ResultOf<typeof practiceFields>;
