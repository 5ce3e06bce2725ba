/** What is typed about a task that somebody is to be asked for. */
export interface AskFields {
  title: string;
  detail: string;
  /** As in `owner-choice.ts`. */
  owner: string;
  dueOn: string;
  urgent: boolean;
  /** In whose name; null: the asker's own. */
  onBehalfOfId: string | null;
}

export interface AskDraft {
  fields: AskFields;
  /** The same for each try, so that an answer that was lost on the line does not make a second task. */
  key: string;
}

const fresh = (): AskDraft => ({
  fields: { title: '', detail: '', owner: '', dueOn: '', urgent: false, onBehalfOfId: null },
  key: crypto.randomUUID(),
});

// By asker and patient: they outlive the page and the session, and never leave this tab's memory.
const drafts = new Map<string, AskDraft>();
const place = (personId: string, patientId: string): string => `${personId} ${patientId}`;

export const askDraft = (personId: string, patientId: string): AskDraft =>
  drafts.get(place(personId, patientId)) ?? fresh();

export function keepAskDraft(personId: string, patientId: string, draft: AskDraft | null): void {
  if (draft) drafts.set(place(personId, patientId), draft);
  else drafts.delete(place(personId, patientId));
}
