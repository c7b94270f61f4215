import { expect, it } from 'vitest';
import {
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
