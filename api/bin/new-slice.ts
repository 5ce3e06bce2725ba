// npm run new:slice NAME
import { join } from 'node:path';
import { runProgram } from './check/step.ts';
import { root } from './entries.ts';
import { NewSliceError, makeSlice } from './slice.ts';

try {
  const name = process.argv[2] ?? '';
  const files = await makeSlice(root, name);
  await runProgram('oxfmt', files);
  // The portal's query is typed by the schema, which has to know the new field first.
  const emitted = await runProgram(process.execPath, [join(root, 'api/bin/schema.ts'), '--write']);
  for (const file of files) console.log(file);
  console.log(emitted.ok ? 'Wrote schema/ and the portal types as well.' : emitted.output);
  console.log(
    `Next: say in ${name}.actions.ts which scopes it needs, and give its types and its page what they are for.`,
  );
  process.exitCode = emitted.ok ? 0 : 1;
} catch (error) {
  if (!(error instanceof NewSliceError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
