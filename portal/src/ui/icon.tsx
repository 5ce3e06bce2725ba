import type { ReactElement } from 'react';

const shapes = {
  flag: 'M8 1.5 15 14H1zM8 6v4M8 11.600v.4',
  phone:
    'M5 1.500 6.500 5 4.800 6.300a8 8 0 0 0 4.900 4.900L11 9.500l3.500 1.500v2.200a1.500 1.500 0 0 1-1.600 1.500A12.500 12.500 0 0 1 1.300 3.100 1.500 1.500 0 0 1 2.800 1.500z',
  print: 'M4 6V1.500h8V6M4 12H1.500V6h13v6H12M4 9.500h8v5H4z',
  copy: 'M5.500 5.500h9v9h-9zM10.500 5.500v-4h-9v9h4',
  offline: 'M1.500 6a9.500 9.500 0 0 1 13 0M4 9a6 6 0 0 1 8 0M8 12.500v.5M2.500 14.500l11-13',
  search: 'M6.800 11.800a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM10.500 10.500l4 4',
} as const;

/** Decoration beside a word, never instead of one. */
export function Icon({ shape }: { shape: keyof typeof shapes }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={shapes[shape]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
