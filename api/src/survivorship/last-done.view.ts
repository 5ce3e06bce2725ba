import type { PastEvent } from './history.ts';
import type { LastDone } from './plan-line.types.ts';

export const lastDoneOf = ({ on, name, value, institution, source }: PastEvent): LastDone => ({
  on,
  text: [name, value].filter((part) => part !== '').join(': '),
  institution,
  source,
});
