export { shownNumber } from './shown-number.ts';
export { convert, readUnit, type Substance } from './units.ts';
