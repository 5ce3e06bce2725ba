import { MikroORM } from '@mikro-orm/postgresql';
import { entities } from '#api/entities.ts';

export type Orm = MikroORM;

/** Opens the ORM as the role that `url` names. Close it when done. */
export function openOrm(url: string, options: { poolSize?: number } = {}): Promise<Orm> {
  return MikroORM.init({
    clientUrl: url,
    entities: [...entities],
    pool: { min: 0, max: options.poolSize ?? 4 },
    // The record is written with its keys made by us and never loaded to be compared.
    allowGlobalContext: false,
    debug: false,
  });
}
