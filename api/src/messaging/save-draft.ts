import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError, NotFoundError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { DraftInput } from './draft.types.ts';
import { findDraft } from './drafts.queries.ts';
import { DraftRefused, DraftSaved, DraftStale } from './messaging.results.ts';
import { WORDS } from './refusals.ts';
import type { DraftContent } from './thread-rows.ts';
import { write, writing, type Written } from './write.ts';

interface Saved extends Written {
  readonly draft_id: string;
  readonly stale: boolean;
}

const SAVE = writing(
  sql`(select s.*, null::uuid as acting_for_id from app.save_draft(${hole('threadId', 'uuid')}, ${hole('patientId', 'uuid')},
    ${hole('version', 'integer')}, ${hole('content', 'jsonb')}) s) s`,
  sql`array[done.draft_id]`,
);

const LONGEST_BODY = 50_000;
const LONGEST_SUBJECT = 1_000;

/**
 * Stores what a composer holds. Whoever has not seen the stored version does not replace it.
 * @throws {NotFoundError} when there is no such thread or patient to write about for the session.
 */
export async function saveDraft(
  context: RequestContext,
  input: DraftInput,
): Promise<DraftSaved | DraftStale | DraftRefused> {
  const { threadId, patientId, version, ...content } = input;
  if ((threadId == null) === (patientId == null)) throw new BadUserInputError('give either threadId or patientId');
  const yours = input.body;
  if (input.body.length > LONGEST_BODY || input.subject.length > LONGEST_SUBJECT)
    return Object.assign(new DraftRefused(), { reason: 'too-long' as const, detail: WORDS['too-long'], yours });
  const principals = input.onBehalfOfId == null ? [] : [input.onBehalfOfId];
  const ids = [...principals, ...input.recipientIds, ...input.attachmentIds, ...input.references.map(({ id }) => id)];
  if (!ids.every(isUuid)) throw new BadUserInputError('a person, file or reference is not an id');
  const saved = await storeDraft(context, { threadId, patientId, version, content });
  const draft = await findDraft(context, 'messages:draft', saved.draft_id);
  return saved.stale
    ? Object.assign(new DraftStale(), { stored: draft, yours })
    : Object.assign(new DraftSaved(), { draft });
}

interface DraftToStore {
  readonly threadId: string | null | undefined;
  readonly patientId: string | null | undefined;
  readonly version: number;
  readonly content: DraftContent;
}

/** @throws {NotFoundError} likewise. */
export async function storeDraft(context: RequestContext, draft: DraftToStore): Promise<Saved> {
  const { threadId = null, patientId = null, version, content } = draft;
  if (![threadId, patientId].every((id) => id === null || isUuid(id))) throw new NotFoundError();
  const values = { threadId, patientId, version, content: JSON.stringify(content) };
  return write<Saved>(context, SAVE, 'messages:draft', values);
}
