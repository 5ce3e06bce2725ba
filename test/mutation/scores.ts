// What was noticed of an engine when each of its files was last broken: all of them at once take an hour.
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

interface Score {
  readonly noticed: number;
  readonly of: number;
}
type Scores = Readonly<Record<string, Score>>;
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

const NOTICED = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

/**
 * Adds the files of Stryker's report to those of earlier runs.
 * @returns the engine's score in words, of `files` as far as they have been broken yet.
 */
export async function addScores(report: string, kept: string, files: readonly string[]): Promise<string> {
  const read = JSON.parse(await readFile(report, 'utf8')) as Report;
  const now = Object.entries(read.files).map(([file, { mutants }]) => [basename(file), scoreOf(mutants)] as const);
  const scores: Scores = { ...(await readScores(kept)), ...Object.fromEntries(now) };
  await writeFile(kept, `${JSON.stringify(scores, null, 2)}\n`);
  const known = files.flatMap((file) => scores[file] ?? []);
  const [noticed, of] = [sum(known.map((one) => one.noticed)), sum(known.map((one) => one.of))];
  return `${((100 * noticed) / of).toFixed(1)} % of ${of} breaks noticed, in ${known.length} of ${files.length} files`;
}

function scoreOf(mutants: readonly { readonly status: string }[]): Score {
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  return { noticed, of: noticed + mutants.filter(({ status }) => MISSED.has(status)).length };
}

async function readScores(kept: string): Promise<Scores> {
  try {
    return JSON.parse(await readFile(kept, 'utf8')) as Scores;
  } catch {
    return {};
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
