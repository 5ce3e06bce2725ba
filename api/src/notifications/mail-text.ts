/** Subject and text of a mail. What it says is all that a stranger who reads it learns. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

const SIGNATURE = [
  '',
  'This mail holds no facts about a patient, on purpose. Do not answer it: nobody reads the answers.',
  'When you hear from Portage, and how, you choose in Portage under Notifications.',
].join('\n');

export function codeMail(link: string): MailText {
  return {
    subject: 'Confirm this address for Portage',
    body: [
      'Portage will write to this address when something waits for you. Open this link within a day to confirm that it is yours:',
      '',
      link,
      '',
      'If you did not ask for this, do nothing.',
      SIGNATURE,
    ].join('\n'),
  };
}
