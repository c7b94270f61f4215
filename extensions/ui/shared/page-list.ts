type AppPage = { readonly path: string; readonly title: string };

/** The app's pages, in the order of their links; each has a route in `extensions/pages`. */
export const pages: readonly AppPage[] = [
  { path: '/', title: 'Negotiability board' },
  { path: '/insights', title: 'Customer insights' },
  { path: '/expedite', title: 'Expedited shipments' },
  { path: '/plan', title: 'Liquidity plan' },
  { path: '/learning', title: 'Learning' },
  { path: '/fairness', title: 'Fairness log' },
  { path: '/settings', title: 'Settings' },
];

/** The board with the deals whose gross margin is assumed, those that lack most figures first. */
export const assumedMarginsOnBoard = { to: '/', params: { margin: 'assumed', sort: 'figuresAssumed' } } as const;
