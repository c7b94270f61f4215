import { expect, it } from 'vitest';
import {
  laterAdditions,
  expediteTicketProperties,
  requestPropertyOf,
  profilePropertyNames,
  dealProperties,
  expeditePropertyNames,
  offerPropertyNames,
  scorePropertyNames,
} from '@deal-terms/core/crm';
import { first } from './first-version.ts';

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

it('every property and choice that came after the first version is listed as such', () => {
  const later = dealProperties.map(({ name }) => name).filter((name) => !first.includes(name));
  expect([...laterAdditions].filter((addition) => !addition.includes('=')).sort()).toEqual([...later].sort());
  expect(laterAdditions.filter((addition) => addition.includes('='))).toEqual(['terms_next_question=trial']);
});
