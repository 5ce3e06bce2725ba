import { emptyFields, fieldsOf, isEmpty, type Fields } from '#portal/messaging/draft-fields.ts';
import type { Draft } from '#portal/messaging/compose.query.ts';

/** What the server said about a draft; null when it was not reached. */
export type SaveAnswer =
  | { saved: { version: number; savedAt: string } }
  | { stored: Draft }
  | { refused: string }
  | null;

export type SaveDraft = (fields: Fields, version: number) => Promise<SaveAnswer>;

/** How safe the text is: kept by the server, on its way there, waiting for the line, or not accepted. */
export type Keeping = 'empty' | 'saved' | 'unsaved' | 'saving' | 'waiting' | 'refused';

export interface Desk {
  fields: Fields;
  keeping: Keeping;
  savedAt: string | null;
  /** Why the server keeps it not. */
  refusal: string | null;
  /** A draft that was saved elsewhere meanwhile; neither is overwritten until its writer chooses. */
  newer: Draft | null;
}

/** Emptied by its writer: there is nothing to choose between. A reply's subject is that of its conversation. */
const holdsNothing = (draft: Draft): boolean =>
  isEmpty({ ...fieldsOf(draft), ...(draft.threadId !== null && { subject: '' }) });

const pause = 1_500;
const retryAfter = 5_000;
const fresh: Desk = { fields: emptyFields, keeping: 'empty', savedAt: null, refusal: null, newer: null };

/**
 * One message while it is written. It is saved a moment after each change and stays in this tab until
 * the server has it, through a lost line and through log-off.
 */
export class DraftDesk {
  private desk = fresh;
  private version = 0;
  /** Raised when the text is another one: what is answered about the last one no longer counts. */
  private epoch = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();
  save: SaveDraft = () => Promise.resolve(null);

  readonly now = (): Desk => this.desk;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Version of the draft that the server keeps; 0: none. */
  get storedVersion(): number {
    return this.version;
  }

  get isSafe(): boolean {
    return this.desk.keeping === 'empty' || this.desk.keeping === 'saved';
  }

  /** What the server keeps, as the page was opened. What was typed here meanwhile goes first. */
  load(draft: Draft | null): void {
    if (!draft) {
      if (this.isSafe) return;
      this.version = 0;
      this.schedule(0);
    } else if (this.isSafe || isEmpty(this.desk.fields)) this.adopt(draft);
    else if (draft.version === this.version || holdsNothing(draft)) {
      this.version = draft.version;
      this.schedule(0);
    } else this.set({ newer: draft });
  }

  change(part: Partial<Fields>): void {
    const fields = { ...this.desk.fields, ...part };
    if (isEmpty(fields) && this.version === 0) return this.set({ fields, keeping: 'empty' });
    this.set({ fields, keeping: 'unsaved', refusal: null });
    return this.schedule(pause);
  }

  /** Fills in what an address or the record proposes; it is kept once its writer changes anything. */
  propose(part: Partial<Fields>): void {
    if (this.desk.keeping === 'empty') this.set({ fields: { ...this.desk.fields, ...part } });
  }

  /** Saves now what is not saved, and waits for what is on its way. */
  async settle(): Promise<void> {
    await this.underWay;
    await this.flush();
  }

  takeNewer(): void {
    if (this.desk.newer) this.adopt(this.desk.newer);
  }

  keepMine(): void {
    if (!this.desk.newer) return;
    this.version = this.desk.newer.version;
    this.set({ newer: null, keeping: 'unsaved' });
    this.schedule(0);
  }

  adopt(draft: Draft): void {
    clearTimeout(this.timer);
    this.epoch += 1;
    this.version = draft.version;
    this.set({ ...fresh, fields: fieldsOf(draft), keeping: 'saved', savedAt: draft.savedAt });
  }

  /** The message is on its way: what is written now is another one. */
  clear(): void {
    clearTimeout(this.timer);
    this.epoch += 1;
    this.set(fresh);
  }

  /** The message has arrived, and the server has put its draft away. */
  sent(draftVersion: number): void {
    if (this.version === draftVersion) this.version = 0;
  }

  /** The message was not accepted: here it is again, unless something else has been begun. */
  restore(fields: Fields): void {
    if (isEmpty(this.desk.fields)) this.change(fields);
    else this.change({ body: `${fields.body}\n\n${this.desk.fields.body}` });
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.isSafe || this.desk.newer || this.desk.keeping === 'refused') return Promise.resolve();
    this.underWay ??= this.store().finally(() => (this.underWay = null));
    return this.underWay;
  }

  private async store(): Promise<void> {
    const { fields } = this.desk;
    const { epoch } = this;
    this.set({ keeping: 'saving' });
    const answer = await this.save(fields, this.version);
    if (epoch !== this.epoch) {
      // Sent while it was on its way: the draft that has come too late must not look like a message to be sent.
      if (answer && 'saved' in answer) await this.save(emptyFields, answer.saved.version);
      return;
    }
    const changed = this.desk.fields !== fields;
    if (answer === null) {
      this.set({ keeping: 'waiting' });
      this.schedule(retryAfter);
    } else if ('saved' in answer) {
      this.version = answer.saved.version;
      this.set({ keeping: changed ? 'unsaved' : 'saved', savedAt: answer.saved.savedAt });
      if (changed) this.schedule(pause);
    } else if ('stored' in answer) {
      this.set({ keeping: 'unsaved', newer: answer.stored });
    } else this.set({ keeping: 'refused', refusal: answer.refused });
  }

  private set(part: Partial<Desk>): void {
    this.desk = { ...this.desk, ...part };
    for (const listener of this.listeners) listener();
  }
}
