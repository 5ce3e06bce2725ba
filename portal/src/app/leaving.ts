/** How long leaving waits for what has still to reach the server. */
const patience = 2_000;

type LastWords = () => Promise<unknown>;
const speakers = new Set<LastWords>();

/** Registers what must reach the server while the session still holds, such as a text that is not kept yet. */
export function beforeLeaving(speak: LastWords): void {
  speakers.add(speak);
}

/** Waits until all of it was tried; at once where there is nothing. */
export async function lastWords(): Promise<void> {
  const said = Promise.allSettled([...speakers].map((speak) => speak()));
  await Promise.race([said, new Promise((resolve) => setTimeout(resolve, patience))]);
}
