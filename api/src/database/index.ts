export { DamagedDataFolderError } from './data-folder.ts';
export { migrate } from './migrate.ts';
export { DatabaseUnavailableError, openDatabase, type Database } from './open.ts';
export { openOrm, type Orm } from './orm.ts';
export { fill, hole, reader, type JsonRow, type Tables } from './reader.ts';
export { admitRoles, roleUrls, type LoginRole, type RoleUrls } from './roles.ts';
export { installationSecret } from './secret.ts';
export { runAsSession, watchAsSession, type EnteredSession, type Statement } from './session-transaction.ts';
