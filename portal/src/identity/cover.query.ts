import { graphql } from '#portal/graphql.ts';

export const coverFields = graphql(`
  fragment CoverFields on CoverRef {
    from
    until
    person {
      id
      name
    }
  }
`);

export const coverQuery = graphql(
  `
    query Cover {
      viewer {
        cover {
          ...CoverFields
        }
        standsInFor {
          id
          name
        }
      }
      coverCandidates {
        id
        name
      }
    }
  `,
  [coverFields],
);

export const setCoverMutation = graphql(
  `
    mutation SetCover($input: SetCoverInput!) {
      setCover(input: $input) {
        __typename
        ... on CoverSet {
          cover {
            ...CoverFields
          }
        }
        ... on CoverRefused {
          reason
          detail
        }
      }
    }
  `,
  [coverFields],
);

export const endCoverMutation = graphql(`
  mutation EndCover {
    endCover
  }
`);
