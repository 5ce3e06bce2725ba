export { shownNumber } from './shown-number.ts';
export { shownUnit } from './shown-unit.ts';
export { convert, readUnit, type Substance } from './units.ts';
