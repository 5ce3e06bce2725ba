export { AccessLogEntry } from './access-log.types.ts';
