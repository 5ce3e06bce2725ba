/** A document before it is paper: what it says, in reading order. PDF and plain text are both made of it. */
export interface Sheet {
  readonly title: string;
  /** One line under the title, such as who the patient is. */
  readonly subtitle: string;
  /** Said on every page: version, signer, date, rule version. */
  readonly stamp: string;
  /** Stands above everything else. Null: nothing to warn of. */
  readonly warning: string | null;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'words' | 'subheading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly head: string; /** Share of the width. */ readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
    };

export const words = (text: string): Block => ({ kind: 'words', text });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const pairs = (all: readonly (readonly [string, string | null])[]): Block => ({
  kind: 'pairs',
  pairs: all.filter((pair): pair is readonly [string, string] => pair[1] !== null && pair[1] !== ''),
});
