import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from '../entries.ts';

const BIN = join(root, 'node_modules/.bin');

export interface Outcome {
  ok: boolean;
  /** What a person needs to mend it; shown only when the step failed. */
  output: string;
}

export interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

export interface Tally {
  passed: number;
  failed: number;
}

/** Runs the steps one after the other and says of each, in one line, how it went. */
export async function runSteps(steps: Step[]): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  for (const step of steps) {
    const started = performance.now();
    const outcome = await step.run().catch((error: unknown): Outcome => ({ ok: false, output: readable(error) }));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${outcome.ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(12)} ${seconds.padStart(6)} s`);
    if (!outcome.ok) console.log(outcome.output.trimEnd().replace(/^/gm, '       '));
    tally[outcome.ok ? 'passed' : 'failed'] += 1;
  }
  return tally;
}

function readable(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A step that is a program of node_modules/.bin; its exit code decides. */
export function program(name: string, command: string, ...args: string[]): Step {
  return { name, run: () => runProgram(command, args) };
}

export function runProgram(command: string, args: readonly string[], cwd = root): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}`, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** A step that finds faults by itself, one line each. */
export function faults(name: string, find: () => string[] | Promise<string[]>): Step {
  return {
    name,
    run: async () => {
      const found = await find();
      return { ok: found.length === 0, output: found.join('\n') };
    },
  };
}
