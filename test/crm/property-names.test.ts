import { expect, it } from 'vitest';
import {
  laterAdditions,
  ledgerProperties,
  listedAdditions,
  expediteTicketProperties,
  requestPropertyOf,
  profilePropertyNames,
  dealProperties,
  expeditePropertyNames,
  offerPropertyNames,
  scorePropertyNames,
} from '@deal-terms/core/crm';
import { first, firstKinds } from './first-version.ts';

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

it('every kind of ledger entry that came after the first version is listed as such', () => {
  const kind = ledgerProperties.find(({ name }) => name === 'kind');
  const choices = kind !== undefined && 'options' in kind ? kind.options.map(({ value }) => value) : [];
  expect(listedAdditions.filter((addition) => addition.startsWith('kind='))).toEqual(
    choices.filter((choice) => !firstKinds.includes(choice)).map((choice) => `kind=${choice}`),
  );
});
