export { OF_OWN_ROLE, OPEN, OVERDUE, OWN, REQUESTED_BY_ME } from './list-tasks.ts';
export { closeTasks } from './close-tasks.ts';
export { requestTask, type RequestedTask } from './request-task.ts';
export { isOpen, isOwnedBy, type Actor } from './task.policy.ts';
export { Task } from './task.types.ts';
export { compiled, tell, toldBy } from './tasks.queries.ts';
export { TasksResolver } from './tasks.resolver.ts';
export { factsOf, patientTasks, taskOf } from './tasks.view.ts';
