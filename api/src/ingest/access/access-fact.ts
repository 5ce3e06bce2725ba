import type { GrantBasis } from '#api/access/index.ts';

/** A party that a resource names, as far as it can be told from the files: by NPI, or by the directory row that may know it. */
export interface NamedParty {
  readonly npi?: string | undefined;
  readonly directory?:
    | { readonly table: 'practitioner' | 'practitioner_role' | 'healthcare_organization'; readonly id: string }
    | undefined;
}

/** What a resource says about who may read a patient. `fact` names it, the same in every import. */
export type AccessFact =
  | {
      readonly kind: 'share';
      readonly basis: Extract<GrantBasis, 'primary-care-of-record' | 'care-team'>;
      readonly party: NamedParty;
      readonly fact: string;
    }
  /** A patient's denial. Without a party, or of one whom nobody can identify, it denies everybody but the custodian. */
  | { readonly kind: 'deny'; readonly party: NamedParty | undefined; readonly fact: string };
