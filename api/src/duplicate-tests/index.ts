export { readCentreTests, type CentreTests } from './centre.ts';
export { createHooksDoor, serveCdsHooks } from './hooks/serve.ts';
export { DuplicateTestsResolver } from './duplicate-tests.resolver.ts';
export { OWN_CATALOGUE, partsOf, type Catalogue } from './catalogue.ts';
export type { PlannedLine, PlanSource } from './planned-tests.ts';
export { nearestTo } from './nearest.ts';
export { recognize } from './recognize.ts';
