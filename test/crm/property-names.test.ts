import { expect, it } from 'vitest';
import {
  expediteTicketProperties,
  requestPropertyOf,
  profilePropertyNames,
  dealProperties,
  expeditePropertyNames,
  offerPropertyNames,
  scorePropertyNames,
} from '@deal-terms/core/crm';

it('every deal property the app reads is one it defines, and the other way round, in HubSpot’s order', () => {
  expect(dealProperties.map(({ name }) => name)).toEqual([
    ...profilePropertyNames,
    ...scorePropertyNames,
    ...expeditePropertyNames,
    ...offerPropertyNames,
  ]);
});

it('every ticket property the app reads is one it defines, and the other way round', () => {
  const inOrder = (names: readonly string[]) => [...names].sort((one, other) => one.localeCompare(other, 'en'));
  expect(inOrder(Object.values(requestPropertyOf))).toEqual(inOrder(expediteTicketProperties.map(({ name }) => name)));
});
