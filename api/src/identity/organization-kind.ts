export const ORGANIZATION_KINDS = [
  'cancer-centre',
  'community-practice',
  'ihs-facility',
  'tribal-facility',
  'urban-indian-facility',
  'rural-health-clinic',
  'hospice',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];
