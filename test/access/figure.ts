/** Says a figure of the test catalogue, on a line of its own. */
export function figure(line: string): void {
  process.stdout.write(`${line}\n`);
}
