import { graphql, type ResultOf } from '#portal/graphql.ts';
import { taskFields } from '#portal/tasks/task.query.ts';

export const taskPageSize = 50;

export const tasksQuery = graphql(
  `
    query Tasks($filter: TaskFilter, $first: Int!, $after: String) {
      tasks(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...TaskFields
          }
        }
      }
    }
  `,
  [taskFields],
);

export type TaskPage = ResultOf<typeof tasksQuery>['tasks'];
