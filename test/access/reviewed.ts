// What a person has reviewed of the database: a new table, right or function comes with its line here, in the same
// commit. The rules that hold it against the system catalogue are in catalogue.ts.

/** Tables without a patient's data, each looked at by a person. What is not here must be walled. */
export const WITHOUT_PATIENT_DATA = ['mikro_orm_migrations'];

/** Tables that name a patient and are not of the record, each with the policies that a person reviewed. */
export const OWN_POLICIES: Record<string, readonly string[]> = {
  access_grant: ['own'],
  access_restriction: [],
  audit_event: ['access_log', 'append'],
  withdrawn_resource: [],
  test_decision: ['decided', 'made'],
  thread: ['seated'],
  thread_seat: ['seated'],
  thread_participant: ['seated'],
  message: ['seated'],
  message_delivery: ['seated'],
  message_reference: ['seated'],
  message_request: ['seated'],
  attachment: ['seated'],
  draft: ['own'],
  task: ['answered', 'of_no_patient', 'of_patient', 'requested'],
  visit_mark: ['own'],
  task_event: ['made', 'of_no_patient', 'of_patient'],
};

/** All that the API's roles may ever write. */
export const MAY_INSERT: Record<string, readonly string[]> = {
  portage_app: ['audit_event', 'test_decision', 'task', 'task_event'],
  portage_door: ['audit_event'],
};

/** The columns that the API's roles may ever change, and of which tables. */
export const MAY_UPDATE: Record<string, readonly string[]> = {
  task: [
    'status',
    'reason',
    'question',
    'owner_person_id',
    'owner_organization_id',
    'owner_role',
    'version',
    'updated_at',
    'updated_by',
  ],
};

/** The definer functions of each login role. What is no definer function runs as its caller, who then needs no function. */
export const MAY_EXECUTE: Record<string, readonly string[]> = {
  portage_app: [
    'current_session',
    'reader',
    'enter',
    'grantees',
    'role_scopes',
    'restricted_patients',
    'previous_sign_in',
    'own_email',
    'directory',
    'post_holders',
    'readers_among',
    'mark_visit',
    'set_cover',
    'end_cover',
    'own_cover',
    'close_session',
    'enqueue',
    'announce',
    'change_notifications',
    'change_contact',
    'ask_for_code',
    'verify_contact',
    'change_practice',
    'contact_states',
    'practice_members',
    'send_message',
    'undo_send',
    'mark_read',
    'add_participant',
    'close_thread',
    'save_draft',
    'store_attachment',
    'covers',
    'recipients',
    'unread_count',
    'search_threads',
    'test_figures',
  ],
  portage_door: [
    'credentials',
    'open_session',
    'enter',
    'current_session',
    'grantees',
    'close_session',
    'count_attempts',
    'forget_attempts',
    'cds_client',
    'open_cds_session',
    'keep_cds_feedback',
    'keep_cds_cards',
  ],
  portage_ingest: ['enqueue', 'announce'],
  portage_steward: [],
  portage_sealer: [],
  portage_worker: ['enqueue', 'announce', 'request_task', 'release_message'],
};
