import { Logger } from 'graphile-worker';

/** The queue's own lines quote errors and payloads. */
export const silent = new Logger(() => () => undefined);
