import { Component } from 'react';
import type { ReactNode } from 'react';
import type { Crash } from './worker-contract.ts';

type CrashBoundaryProps = { readonly onCrash: (crash: Crash) => void; readonly children?: ReactNode };

/** Catches what an extension throws while rendering and reports it; renders nothing afterwards, the page shows the failure. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onCrash(toCrash('render', error));
  }

  override render() {
    return this.state.hasCrashed ? null : this.props.children;
  }
}

export function toCrash(phase: Crash['phase'], error: unknown): Crash {
  return error instanceof Error
    ? { phase, message: error.message, stack: error.stack ?? '' }
    : { phase, message: String(error), stack: '' };
}
