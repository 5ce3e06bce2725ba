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

// By asker and what it is about: they outlive the page and the session, and never leave this tab's memory.
const drafts = new Map<string, AskDraft>();
const place = (personId: string, about: string): string => `${personId} ${about}`;

/** What a task is asked about: a patient, or one line of their plan. */
export const askAbout = (patientId: string, lineId: string | null): string =>
  lineId === null ? patientId : `${patientId} ${lineId}`;

export const askDraft = (personId: string, about: string): AskDraft => drafts.get(place(personId, about)) ?? fresh();

export function keepAskDraft(personId: string, about: string, draft: AskDraft | null): void {
  if (draft) drafts.set(place(personId, about), draft);
  else drafts.delete(place(personId, about));
}

/** Begins with a title, unless something has been typed already. It does not stand in the address: that is logged. */
export function beginAskDraft(personId: string, about: string, title: string): void {
  if (drafts.has(place(personId, about))) return;
  const draft = fresh();
  keepAskDraft(personId, about, { ...draft, fields: { ...draft.fields, title } });
}
