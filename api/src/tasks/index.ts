export { requestTask, type RequestedTask } from './request-task.ts';
export { Task } from './task.types.ts';
export { TasksResolver } from './tasks.resolver.ts';
export { patientTasks } from './tasks.view.ts';
