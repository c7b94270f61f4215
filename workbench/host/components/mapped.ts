import type { ReactNode } from 'react';

/** All keys of all members of a union. */
type KeysOf<Props> = Props extends unknown ? keyof Props : never;

/** A component of HubSpot's SDK as the workbench draws it. */
export type MappedComponent = {
  /** Names of the props it knows; any other gets a warning in the console. */
  readonly props: ReadonlySet<string>;
  readonly Component: (props: never) => ReactNode;
};

/**
 * Draws a remote component. Each prop of its SDK type is listed, so that a prop added by an SDK update fails to compile until somebody decides about it.
 *
 * @param props - `used`: has its effect here; `unused`: accepted, without effect in the workbench
 */
export function mapped<Props>(
  props: Record<Exclude<KeysOf<Props>, 'testId' | 'children'>, 'used' | 'unused'>,
  Component: (props: Props) => ReactNode,
): MappedComponent {
  return { props: new Set(['testId', 'children', ...Object.keys(props)]), Component };
}
