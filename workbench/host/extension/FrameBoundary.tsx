import { Component } from 'react';
import type { ReactNode } from 'react';

type FrameBoundaryProps = { readonly onFailure: (message: string) => void; readonly children: ReactNode };

/** Keeps a failure to draw one extension inside its frame: the rest of the page goes on. */
export class FrameBoundary extends Component<FrameBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onFailure(error instanceof Error ? error.message : String(error));
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
