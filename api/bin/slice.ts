import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A slice that cannot be made; the message says what to change. */
export class NewSliceError extends Error {
  override name = 'NewSliceError';
}

const TEMPLATE = join(import.meta.dirname, 'slice-template');

interface Registration {
  file: string;
  /** Text that stands in the file once; `line` goes before or after it. */
  anchor: string;
  place: 'before' | 'after';
  line: string;
}

/** Where a slice makes itself known. */
const REGISTRATIONS: Registration[] = [
  {
    file: 'api/src/graphql/action.ts',
    anchor: 'import { ROLE_SCOPES,',
    place: 'before',
    line: "import { sampleNounActions } from '#api/sample-noun/sample-noun.actions.ts';\n",
  },
  {
    file: 'api/src/graphql/action.ts',
    anchor: 'const actions = {\n',
    place: 'after',
    line: '  ...sampleNounActions,\n',
  },
  {
    file: 'api/src/graphql/schema.ts',
    anchor: 'import { PatientResolver }',
    place: 'before',
    line: "import { SampleNounResolver } from '#api/sample-noun/index.ts';\n",
  },
  {
    file: 'api/src/graphql/schema.ts',
    anchor: 'const resolvers: Function[] = [',
    place: 'after',
    line: 'SampleNounResolver, ',
  },
  {
    file: 'portal/src/app/app.tsx',
    anchor: 'import { Loading }',
    place: 'before',
    line: "import { LazySampleNounPage } from '#portal/sample-noun/lazy-sample-noun-page.tsx';\n",
  },
  {
    file: 'portal/src/app/app.tsx',
    anchor: '<Route path="/patients/:id/:part?">',
    place: 'before',
    line: '<Route path="/sample-noun/:id">{({ id }) => <LazySampleNounPage key={id} patientId={id} />}</Route>\n',
  },
];

/** The name in each of the forms in which the template holds it. */
function renamer(name: string): (text: string) => string {
  const parts = name.split('-');
  const pascal = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const words = parts.join(' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return (text) =>
    text
      .replaceAll('sample-noun', name)
      .replaceAll('SampleNoun', pascal)
      .replaceAll('sampleNoun', camel)
      .replaceAll('Sample noun', title)
      .replaceAll('sample noun', words);
}

/**
 * Writes the slice `name` in the tree at `root` and makes it known to the schema and the portal's routes.
 * @returns the files written and changed, relative to the root.
 * @throws {NewSliceError} before anything is written.
 */
export async function makeSlice(root: string, name: string): Promise<string[]> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new NewSliceError(`"${name}" is no slice's name: use a noun in lower case, such as follow-up`);
  }
  for (const folder of [`api/src/${name}`, `portal/src/${name}`]) {
    if (existsSync(join(root, folder))) throw new NewSliceError(`${folder} exists already`);
  }
  const rename = renamer(name);
  const texts = new Map<string, string>();
  for (const side of ['api', 'portal']) {
    for (const file of await readdir(join(TEMPLATE, side))) {
      const target = rename(`${side}/src/sample-noun/${file.replace(/\.txt$/, '')}`);
      texts.set(target, rename(await readFile(join(TEMPLATE, side, file), 'utf8')));
    }
  }
  for (const { file, anchor, place, line } of REGISTRATIONS) {
    const text = texts.get(file) ?? (await readFile(join(root, file), 'utf8'));
    if (text.split(anchor).length !== 2) {
      throw new NewSliceError(`${file} has changed shape: the generator looks for "${anchor.trim()}" in it, once`);
    }
    const added = rename(line);
    texts.set(
      file,
      text.replace(anchor, () => (place === 'before' ? added + anchor : anchor + added)),
    );
  }
  for (const [file, text] of texts) {
    await mkdir(join(root, file, '..'), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return [...texts.keys()];
}
