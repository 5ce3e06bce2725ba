/** How surely two sets of times differ: |t| of Welch's test, without the slowest tenth of each, which belongs to the machine. */
export function apart(one: readonly number[], other: readonly number[]): number {
  return Math.abs(welch(trimmed(one), trimmed(other)));
}

const trimmed = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b).slice(0, Math.floor(values.length * 0.9));

function welch(one: readonly number[], other: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length;
  return (mean(one) - mean(other)) / Math.sqrt(spread(one) + spread(other));
}
