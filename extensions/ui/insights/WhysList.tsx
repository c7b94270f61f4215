import { useState } from 'react';
import { Button, Checkbox, Flex, Link, Tag, Text } from '@hubspot/ui-extensions';
import { recordAddress } from '../shared/record-address.ts';
import type { WhyLine } from './theme-lines.ts';

type WhysListProps = {
  readonly whys: readonly WhyLine[];
  readonly portalId: number;
  /** Ids of deals. */
  readonly picked: readonly string[];
  readonly onPick: (why: WhyLine, isPicked: boolean) => void;
};

const atOnce = 25;

/** Customers' own words, whole, one under another so that they read on a phone too; a tick takes a deal to the meeting. */
export function WhysList({ whys, portalId, picked, onPick }: WhysListProps) {
  const [shown, setShown] = useState(atOnce);
  return (
    <Flex direction="column" gap="sm">
      {whys.slice(0, shown).map((why) => (
        <Flex key={why.dealId} direction="column" gap="flush">
          <Text>{`“${why.why}”`}</Text>
          <Flex direction="row" gap="sm" align="center" wrap={true}>
            <Text variant="microcopy">{`${why.company}, ${why.value}, ${why.state.toLowerCase()}`}</Text>
            <Link href={recordAddress(portalId, 'deal', why.dealId)}>{why.dealName}</Link>
            <Checkbox
              size="sm"
              checked={picked.includes(why.dealId)}
              aria-label={`Discuss ${why.dealName}`}
              onChange={(isPicked) => {
                onPick(why, isPicked);
              }}
            >
              Discuss
            </Checkbox>
            {why.isSilent && <Tag variant="warning">Not discussed in 30 days</Tag>}
          </Flex>
        </Flex>
      ))}
      {whys.length > shown && (
        <Flex direction="row">
          <Button
            size="xs"
            onClick={() => {
              setShown(shown + atOnce);
            }}
          >
            {`Show ${Math.min(atOnce, whys.length - shown)} more`}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
