import { Select, Text } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { DeveloperPanel } from './developer/DeveloperPanel.tsx';
import { useAddress } from './navigation.ts';
import { PageAnchor } from './PageAnchor.tsx';
import { useViewing } from './session.tsx';

type Destination = { readonly href: string; readonly label: string; readonly isHere: (path: string) => boolean };

function useDestinations(): readonly Destination[] {
  const { session } = useViewing();
  const has = (location: string) => session.extensions.some((extension) => extension.location === location);
  return [
    { href: '/deals', label: 'Deals', isHere: (path) => path === '/' || path.startsWith('/deals') },
    ...(has('pages')
      ? [{ href: '/app/pages', label: session.app.name, isHere: (path: string) => path.startsWith('/app/pages') }]
      : []),
    ...(has('home')
      ? [
          {
            href: '/app/home',
            label: `${session.app.name} home`,
            isHere: (path: string) => path.startsWith('/app/home'),
          },
        ]
      : []),
    ...(has('settings')
      ? [{ href: '/app/settings', label: 'Settings', isHere: (path: string) => path.startsWith('/app/settings') }]
      : []),
  ];
}

/** Which account this is, where one can go, and who is looking. */
export function Header() {
  const { session, user, actAs } = useViewing();
  const { path } = useAddress();
  const destinations = useDestinations();
  return (
    <header className="wb-header">
      <div className="wb-header-row">
        <div className="wb-brand">
          <IconTool size={22} aria-hidden />
          <div>
            <Text size="sm" fw={600} lh={1.2}>
              {session.portal.name}
            </Text>
            <Text size="xs" c="gray.4" lh={1.2}>
              Local workbench · {session.app.name}
            </Text>
          </div>
        </div>
        <nav className="wb-nav" aria-label="Main">
          {destinations.map(({ href, label, isHere }) => (
            <PageAnchor key={href} href={href} {...(isHere(path) ? { 'aria-current': 'page' } : {})}>
              {label}
            </PageAnchor>
          ))}
        </nav>
        <DeveloperPanel />
        <Select
          aria-label="Acting user"
          role="combobox"
          data={session.users.map(({ id, firstName, lastName, title }) => ({
            value: String(id),
            label: `${firstName} ${lastName} · ${title}`,
          }))}
          value={String(user.id)}
          onChange={(id) => actAs(Number(id))}
          allowDeselect={false}
          size="xs"
          className="wb-acting"
        />
      </div>
    </header>
  );
}
