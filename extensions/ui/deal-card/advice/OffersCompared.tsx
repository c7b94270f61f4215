import { AutoGrid, Button, Flex, Heading, Tag, Text, Tile } from '@hubspot/ui-extensions';
import type { ResolvedDeal } from '@deal-terms/core/crm';
import { answersKnownOf, likelihood, likelihoodWord, money } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { offerSides } from '../../shared/advised-offer-view.ts';
import { priceAt, shortPrice } from '../../shared/price-words.ts';
import { demibold } from '../../shared/text-formats.ts';
import { creditNote } from '../evidence/credit-note.ts';
import type { Step } from '../strip/steps.ts';
import type { Proposal } from '../offers/proposals.ts';

type OffersComparedProps = {
  readonly proposals: readonly Proposal[];
  /** The one the strip speaks of. */
  readonly chosen: Proposal | null;
  readonly resolved: ResolvedDeal;
  readonly reader: Reader;
  /** Whether the chosen one is with the customer already. */
  readonly isOffered: boolean;
  readonly onChoose: (packageId: string) => void;
  readonly onStep: (step: Step) => void;
};

/** Up to three offers side by side, the best first: what we ask, what we give, the price, and what each side has of it. */
export function OffersCompared({ proposals, chosen, ...shared }: OffersComparedProps) {
  if (proposals.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      <Heading>Offers side by side</Heading>
      <AutoGrid columnWidth={150} flexible={true} gap="xs">
        {proposals.map((proposal, index) => (
          <OfferCompared
            key={proposal.packageId}
            proposal={proposal}
            isBest={index === 0}
            isChosen={proposal.packageId === chosen?.packageId}
            {...shared}
          />
        ))}
      </AutoGrid>
    </Flex>
  );
}

type OfferComparedProps = Pick<OffersComparedProps, 'resolved' | 'reader' | 'isOffered' | 'onChoose' | 'onStep'> & {
  readonly proposal: Proposal;
  readonly isBest: boolean;
  readonly isChosen: boolean;
};

function OfferCompared({
  proposal,
  isBest,
  isChosen,
  resolved,
  reader,
  isOffered,
  onChoose,
  onStep,
}: OfferComparedProps) {
  const { packageId, terms, opening, acceptance, sellerGain, customerGain, needsApproval } = proposal;
  const { input } = resolved;
  const { amount } = input.deal;
  const credit = creditNote(resolved, terms, reader);
  const answersKnown = answersKnownOf(input.customer ?? {});
  const yes = isChosen ? likelihood(acceptance, answersKnown, reader) : likelihoodWord(acceptance, answersKnown);
  const { asks, gives } = offerSides(packageId, terms.discount, input, reader);
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs" align="start">
        <Flex direction="row" gap="xs" wrap={true}>
          <Tag variant={isBest ? 'success' : 'default'}>{isBest ? 'Best' : 'Alternative'}</Tag>
          {needsApproval && <Tag variant="warning">Needs approval</Tag>}
        </Flex>
        <Text>
          <Text inline={true} format={demibold}>
            {'They: '}
          </Text>
          {asks}
        </Text>
        <Text>
          <Text inline={true} format={demibold}>
            {'We: '}
          </Text>
          {gives}
        </Text>
        <Text format={demibold}>{shortPrice(amount, terms.discount, reader)}</Text>
        <Text variant="microcopy">{`${isChosen && opening < terms.discount - 1e-9 ? `Open at ${priceAt(amount, opening, reader)}. ` : ''}A yes is ${yes}, if our assumptions hold.`}</Text>
        <Text variant="microcopy">
          {isChosen ? gains(sellerGain, customerGain, reader) : `${gainOf('We', sellerGain, reader)}.`}
        </Text>
        {credit !== null && <Text variant="microcopy">{credit}</Text>}
        {isChosen ? (
          <Button
            size="xs"
            variant="secondary"
            onClick={() => {
              if (!isOffered) onStep(needsApproval ? 'ask_approval' : 'record_offer');
            }}
          >
            {isOffered ? 'On record' : needsApproval ? 'Get approval' : 'Record it'}
          </Button>
        ) : (
          <Button
            size="xs"
            variant="secondary"
            onClick={() => {
              onChoose(packageId);
            }}
          >
            Use this one
          </Button>
        )}
      </Flex>
    </Tile>
  );
}

function gains(seller: number, customer: number, reader: Reader): string {
  return `${gainOf('We', seller, reader)}, ${gainOf('they', customer, reader)}.`;
}

function gainOf(who: string, gain: number, reader: Reader): string {
  return `${who} ${gain < 0 ? 'lose' : 'gain'} ${money(Math.abs(gain), reader)}`;
}
