export { ReferralList, type ReferralKind } from './referral.types.ts';
export { referralList } from './referral.view.ts';
