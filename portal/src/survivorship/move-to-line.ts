/** Takes the keyboard from line to line, onto what can be done there. For j and k. */
export function moveToLine(step: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('.plan-line')].filter((line) => line.checkVisibility());
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const line = lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + step))];
  // What can be done comes after why it is there, and is wanted before it.
  (line?.querySelector<HTMLElement>('button') ?? line?.querySelector<HTMLElement>('summary'))?.focus();
}
