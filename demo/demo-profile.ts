import type { AccountProfile } from '../workbench/account.ts';
import { people } from './people.ts';
import { salesPipeline } from './stages.ts';

/** The demo company's account. The yen is in use there and nobody has set a rate. */
export const demoProfile: AccountProfile = {
  name: 'Cuckoo Clock Giftware',
  timeZone: 'Europe/Berlin',
  homeCurrency: 'EUR',
  currencies: { USD: 0.92, GBP: 1.15, CHF: 1.05, JPY: null },
  people: people.map((person) => ({ ...person, email: `${person.key}@cuckoo-clock.example` })),
  pipelines: [salesPipeline],
};
