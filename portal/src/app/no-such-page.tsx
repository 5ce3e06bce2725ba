import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { usePage } from '#portal/app/use-page.ts';
import { Note } from '#portal/ui/note.tsx';

export function NoSuchPage(): ReactElement {
  usePage('No page at this address');
  return (
    <>
      <h1 className="unseen">No page at this address</h1>
      <Note title="There is no page at this address.">
        <p>
          Check the address, or <Link href="/">go to your patients</Link>.
        </p>
      </Note>
    </>
  );
}
