/** Rung any number of times, heard once: rings that come before anybody waits are not lost. */
export class Bell {
  #rung = false;
  #heard: (() => void) | undefined;

  readonly ring = (): void => {
    this.#rung = true;
    this.#heard?.();
  };

  /** Resolves at the next ring, after `ms`, or when the signal says so, whichever comes first. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.#rung && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          this.#heard = undefined;
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener('abort', done);
        this.#heard = done;
      });
    }
    this.#rung = false;
  }
}
