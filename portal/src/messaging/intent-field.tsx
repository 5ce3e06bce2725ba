import type { ReactElement } from 'react';
import type { Intent } from '#portal/messaging/inbox.query.ts';

const intents: readonly (readonly [Intent, string, string])[] = [
  ['ASK', 'Ask', 'You want an answer.'],
  ['INFORM', 'Inform', 'They should know; no answer is needed.'],
  ['HAND_OVER', 'Hand over', 'Somebody takes something on: who, what, by when, and whom to call.'],
];

/** First of all: what the message is for. */
export function IntentField({ intent, choose }: { intent: Intent; choose: (intent: Intent) => void }): ReactElement {
  return (
    <fieldset className="intents">
      <legend>What is it for?</legend>
      <div>
        {intents.map(([value, title, words]) => (
          <label key={value} className="intent">
            <input type="radio" name="intent" value={value} checked={intent === value} onChange={() => choose(value)} />
            <strong>{title}</strong>
            <span className="small muted">{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
