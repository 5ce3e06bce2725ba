/** What is sent to an address. It never holds a fact about a patient. */
export interface Notice {
  /** The same for each try, so that a receiver who gets it twice knows it for one. */
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

/** Accepted: the other side has it in writing. Rejected: it will never take it. */
export type Outcome = 'accepted' | 'rejected' | 'not-configured';

/** A way to reach somebody outside of the portal. */
export interface Channel {
  /** @throws when it is worth another try: the line is down, the other side is busy. */
  deliver(notice: Notice): Promise<Outcome>;
}

export const CHANNELS = ['email', 'fax', 'direct'] as const;
export type ChannelName = (typeof CHANNELS)[number];
export type Channels = Readonly<Record<ChannelName, Channel>>;

/** A channel that nobody has set up: it says so each time, and whoever waits for the notice is told. */
export const unconfigured: Channel = { deliver: async () => 'not-configured' };

/** Where there is no mail server: what was written is kept, and shown at /development/mail. */
export const localSink: Channel = { deliver: async () => 'accepted' };
