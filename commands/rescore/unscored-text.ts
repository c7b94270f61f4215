import type { UnscoredDeal } from '@deal-terms/core/contracts';

/**
 * Why a deal has no new score, and what to do, for the terminal.
 *
 * @example unscoredText({ dealId: '1', reason: 'missing_amount', properties: [] }) // => 'it has no amount'
 */
export function unscoredText({ reason, properties }: UnscoredDeal): string {
  const named = properties.join(', ');
  switch (reason) {
    case 'missing_amount':
      return 'it has no amount';
    case 'no_exchange_rate':
      return 'its currency has no exchange rate in HubSpot';
    case 'invalid_field':
      return 'a captured value cannot be used; open the card to see which';
    case 'not_found':
      return 'there is no such deal';
    case 'required_property':
      return `a rule of the account demands ${named}: fill ${properties.length === 1 ? 'it' : 'them'} in on the deal, then run this again`;
    case 'refused':
      return `HubSpot refused the score${named === '' ? '' : ` (${named})`}`;
  }
}

const mostNamed = 50;

/**
 * Deals without a new score for one reason, in a line of the terminal: as many by name as can be read.
 *
 * @param deals - each by its name, with its id
 */
export function unscoredLine(reason: string, deals: readonly string[]): string {
  const more = deals.length - mostNamed;
  return `Not scored, ${reason}: ${deals.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`;
}
