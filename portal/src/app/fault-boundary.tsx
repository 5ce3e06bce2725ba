import { Component, type ReactNode } from 'react';
import { Note } from '#portal/ui/note.tsx';

/** Catches a fault of the portal's own program, a part of it that could not be fetched among them. */
export class FaultBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Note title="This page could not be put together.">
        <p>
          A part of Portage did not arrive, or has a fault. Nothing was changed. Load the page again; you stay signed
          in.
        </p>
        <button type="button" className="button" onClick={() => location.reload()}>
          Load the page again
        </button>
      </Note>
    );
  }
}
