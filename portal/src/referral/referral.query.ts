import { graphql, type ResultOf } from '#portal/graphql.ts';
import { sourceFields } from '#portal/patient/source.query.ts';

export const referralFields = graphql(
  `
    fragment ReferralFields on ReferralList {
      state
      asOf
      sources {
        ...SourceFields
      }
      items {
        id
        kind
        text
        status
        priority
        reason
        requester
        performer
        location
        requestedAt
        due
        at
      }
    }
  `,
  [sourceFields],
);

export type Referrals = ResultOf<typeof referralFields>;
