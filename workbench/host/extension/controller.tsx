import { createController } from '@remote-ui/react/host';
import type { Controller } from '@remote-ui/react/host';
import { createElement } from 'react';
import type { FunctionComponent, ReactNode } from 'react';
import type { MappedComponent } from '../components/mapped.ts';
import { Placeholder } from '../components/Placeholder.tsx';
import { mappedComponents, placeholderNames } from '../components/registry.ts';
import { developerConsole } from '../developer-console.ts';

type RemoteProps = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

/** What was said once is not said again: a card renders many times. */
const said = new Set<string>();

function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  developerConsole.warn(message);
}

function draw(name: string, { props: known, Component }: MappedComponent): FunctionComponent<RemoteProps> {
  const Mapped = Component as FunctionComponent<RemoteProps>;
  const Drawn = (props: RemoteProps) => {
    for (const prop of Object.keys(props))
      if (!known.has(prop)) warnOnce(`${name} has no prop ${prop} in HubSpot's SDK.`);
    return createElement(Mapped, props);
  };
  Drawn.displayName = `Host${name}`;
  return Drawn;
}

function placeholder(name: string): FunctionComponent<RemoteProps> {
  const Drawn = ({ children }: RemoteProps) => <Placeholder name={name}>{children}</Placeholder>;
  Drawn.displayName = `Placeholder${name}`;
  return Drawn;
}

const drawings = new Map<string, FunctionComponent<RemoteProps>>([
  ...[...mappedComponents].map(([name, mapped]) => [name, draw(name, mapped)] as const),
  ...[...placeholderNames].map((name) => [name, placeholder(name)] as const),
]);

const controller = createController(Object.fromEntries(drawings));

/** Finds the drawing of a remote component. A name that not even the SDK has is drawn as a placeholder, too, and the developer is told. */
export const componentController: Controller = {
  ...controller,
  get: (type) => {
    const name = String(type);
    const known = drawings.get(name);
    if (known !== undefined) return known;
    warnOnce(`${name} is not a component of HubSpot's SDK.`);
    const unknown = placeholder(name);
    drawings.set(name, unknown);
    return unknown;
  },
};
