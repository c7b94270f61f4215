import { Flex, Text } from '@hubspot/ui-extensions';
import type { OpenedDeal } from './deal-props.ts';
import { dayAndMonth } from '../shared/reader.ts';
import { demibold } from '../shared/text-formats.ts';

type DecisionNoticeProps = { readonly decisions: OpenedDeal['decisions']; readonly locale: string };

/** What the management table decided about this customer's problem: the rep passes it on. */
export function DecisionNotice({ decisions, locale }: DecisionNoticeProps) {
  if (decisions.length === 0) return null;
  return (
    <Flex direction="column" gap="flush">
      {decisions.map(({ id, what, decidedOn }) => (
        <Text key={id} format={demibold}>
          {`Decided ${dayAndMonth(decidedOn, locale)}: ${what.replace(/[.!?…]+$/u, '')}. Tell the customer.`}
        </Text>
      ))}
    </Flex>
  );
}
