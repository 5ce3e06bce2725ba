export { DuplicateTestsResolver } from './duplicate-tests.resolver.ts';
