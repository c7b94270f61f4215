import { baseFacts } from './deal-row.ts';
import type { DemoDeal } from './deal-row.ts';

/** The two deals the visitor plays: what the order is worth and costs is on the deal, what the customer is really after is not. */
export const storyDeals: readonly DemoDeal[] = [
  {
    name: 'Christmas market promotion',
    company: 'liffey',
    stage: 'presentationscheduled',
    amount: 60_000,
    closesInDays: 14,
    description:
      'First order. Opens its Christmas market three weeks after it orders and cannot get cuckoo clocks in time anywhere else. Cash-rich; “the 90 days are just in our standard contract”.',
    terms: baseFacts('net 90', '0.45', '42'),
  },
  {
    name: 'Annual range, 38 shops',
    company: 'tulp',
    stage: 'decisionmakerboughtin',
    amount: 120_000,
    closesInDays: 21,
    description:
      'Orders every quarter and plans its shelves a year ahead. In no hurry at all. Would share quarterly forecasts if it were worth something; cash is comfortable, terms are a clause to them.',
    terms: baseFacts('net 90', '0.45', '42'),
  },
];
