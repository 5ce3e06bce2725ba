import { graphql, type ResultOf } from '#portal/graphql.ts';
import { taskFields } from '#portal/tasks/task.query.ts';

export const homeItemFields = graphql(
  `
    fragment HomeItemFields on HomeItem {
      id
      kind
      title
      detail
      urgent
      count
      at
      dueOn
      threadId
      patient {
        id
        name
      }
      task {
        ...TaskFields
      }
    }
  `,
  [taskFields],
);

export const homeQuery = graphql(
  `
    query Home {
      home {
        since
        asksYou {
          ...HomeItemFields
        }
        changes {
          ...HomeItemFields
        }
        forInformation {
          ...HomeItemFields
        }
      }
    }
  `,
  [homeItemFields],
);

export type HomeItem = ResultOf<typeof homeItemFields>;
export type Home = ResultOf<typeof homeQuery>['home'];
