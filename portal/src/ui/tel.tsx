import type { ReactElement } from 'react';
import { Icon } from '#portal/ui/icon.tsx';

const dialled = (number: string): string => `tel:${number.replaceAll(/[^+\d,;#*]/g, '')}`;

export function Tel({ number, who }: { number: string; who?: string }): ReactElement {
  return (
    <a className="tel" href={dialled(number)} aria-label={who ? `Call ${who}, ${number}` : undefined}>
      <Icon shape="phone" />
      {number}
    </a>
  );
}

// An ISO date has hyphens too, but is grouped otherwise.
const numbers = /(\+\d[\d ()-]{8,}\d|\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b)/;

/** A sentence that says whom to call is called from. */
export function WithNumbers({ text }: { text: string }): ReactElement {
  return (
    <>
      {text.split(numbers).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={dialled(part)}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
