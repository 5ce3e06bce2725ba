import type { ReactElement } from 'react';
import { Icon } from '#portal/ui/icon.tsx';

export function Tel({ number, who }: { number: string; who?: string }): ReactElement {
  return (
    <a
      className="tel"
      href={`tel:${number.replaceAll(/[^+\d,;#*]/g, '')}`}
      aria-label={who ? `Call ${who}, ${number}` : undefined}
    >
      <Icon shape="phone" />
      {number}
    </a>
  );
}
