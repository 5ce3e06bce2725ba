export { convert, readUnit, type Substance } from './units.ts';
