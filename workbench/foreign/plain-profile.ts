import type { AccountProfile } from '../account.ts';

const stages = [
  ['appointmentscheduled', 'Appointment scheduled', '0.2'],
  ['qualifiedtobuy', 'Qualified to buy', '0.4'],
  ['contractsent', 'Contract sent', '0.9'],
  ['closedwon', 'Closed won', '1.0'],
  ['closedlost', 'Closed lost', '0.0'],
] as const;

/** An account as HubSpot hands one out: nobody's in particular, with HubSpot's own pipelines and somebody to look at it as. */
export function plainProfile(name: string): AccountProfile {
  const person = (
    key: string,
    firstName: string,
    lastName: string,
    title: string,
    seesAll: boolean,
  ): AccountProfile['people'][number] => ({
    key,
    firstName,
    lastName,
    title,
    team: 'Everybody',
    locale: 'en-US',
    seesAll,
    email: `${key}@test-account.example`,
  });
  return {
    name,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    homeCurrency: 'USD',
    currencies: {},
    people: [person('ada', 'Ada', 'Admin', 'Super admin', true), person('rex', 'Rex', 'Rep', 'Sales rep', false)],
    pipelines: [
      {
        objectType: 'deals',
        id: 'default',
        label: 'Sales pipeline',
        stages: stages.map(([id, label, probability]) => ({
          id,
          label,
          metadata: { probability, isClosed: String(id.startsWith('closed')) },
        })),
      },
    ],
  };
}
