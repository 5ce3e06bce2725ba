export { createHooksDoor, serveCdsHooks } from './hooks/serve.ts';
export { DuplicateTestsResolver } from './duplicate-tests.resolver.ts';
