import type { MessageRefusal } from './messaging.results.ts';
import { LONGEST } from './messaging.policy.ts';

/** Each refusal in words, for the person at the keyboard. */
export const WORDS: Readonly<Record<MessageRefusal, string>> = {
  empty: 'There is nothing to send yet: write something.',
  'too-long': `It is too long: a text has at most ${LONGEST.body} characters, a subject or title ${LONGEST.title}.`,
  'subject-missing': 'Say in a line what it is about.',
  'intent-missing': 'Say whether you ask, inform or hand over.',
  'no-recipient': 'Nobody would receive it: choose somebody who may read messages about this patient.',
  'too-many-recipients': 'A message goes to at most 20 people.',
  'too-much': 'A message holds at most 20 files and 20 quoted pieces of the record.',
  'recipient-without-access':
    'Somebody among the recipients may not read messages about this patient. Nothing was sent.',
  'not-your-principal': 'You do not stand in for this person now, or they may not read messages about this patient.',
  'hand-over-incomplete': 'A hand-over needs what is to be done, by whom, by when, and a number to call.',
  'owner-not-in-thread':
    'Who is to do it must be one of the people of this thread, and may take tasks about this patient.',
  'due-in-the-past': 'That day is over: choose a later one.',
  'attachment-unknown': 'A file is not there: it was not uploaded by you, or was sent already. Attach it again.',
  'attachments-too-large': 'The files are larger than 25 MB together: leave one out.',
  'reference-not-readable': 'A quoted piece of the record is not there for you: take it out.',
  'key-reused': 'This message was changed after it was sent once. Send it as a new one.',
  'undo-expired': 'The ten seconds are over: the message is delivered. Write another to correct it.',
};
