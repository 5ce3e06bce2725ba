import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '#api/entities.ts';
import { openOrm, type Orm } from '#api/database/index.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';

// Tables are made by hand-written migrations, columns are typed by entities: nothing else keeps the two together.
describe('entities and migrations', () => {
  let clinic: Clinic;
  let orm: Orm;

  beforeAll(async () => {
    clinic = await openClinic();
    orm = await openOrm(clinic.database.ownerUrl);
  });
  afterAll(async () => {
    await orm.close();
    await clinic.close();
  });

  it('agree on every column, its type and whether it may be empty', async () => {
    const { rows } = await clinic.owner.query<{ column: string }>(
      `select c.table_name || '.' || c.column_name || ' ' ||
         case c.data_type when 'ARRAY' then 'text[]' when 'timestamp with time zone' then 'timestamptz' else c.data_type end ||
         case c.is_nullable when 'YES' then ' null' else '' end as column
       from information_schema.columns c where c.table_schema = 'public' and c.table_name = any ($1)`,
      [entities.map(({ meta }) => meta.tableName)],
    );
    const declared = [...orm.getMetadata().getAll().values()].flatMap((meta) =>
      Object.values(meta.properties).map(
        (property) =>
          `${meta.tableName}.${property.fieldNames[0]} ${typeOf(property.columnTypes[0] ?? '')}${property.nullable ? ' null' : ''}`,
      ),
    );
    expect(declared.toSorted()).toEqual(rows.map(({ column }) => column).toSorted());
  });
});

const typeOf = (declared: string) =>
  ({ int: 'integer', 'timestamptz(0)': 'timestamptz', 'timestamptz(6)': 'timestamptz' })[declared] ?? declared;
