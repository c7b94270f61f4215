import {
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  TextArea,
} from '@hubspot/ui-extensions';
import type { PutForward } from '@deal-terms/core/offers';
import { CopyButton } from '../../shared/CopyButton.tsx';
import { handoverView } from './handover-view.ts';

/** What goes into HubSpot's own quote. */
export function HandoverPanel({
  agreed,
  orderedOn,
  isDeliveryConfirmed,
  locale,
}: {
  readonly agreed: PutForward;
  /** ISO date. */ readonly orderedOn: string;
  readonly isDeliveryConfirmed: boolean;
  readonly locale: string;
}) {
  const { text, amount, payments } = handoverView(agreed, orderedOn, locale, isDeliveryConfirmed);
  return (
    <Flex direction="column" gap="sm">
      <TextArea
        name="quoteTerms"
        label="Terms of the quote"
        description="Paste them into the quote’s terms."
        rows={5}
        readOnly={true}
        value={text}
      />
      <CopyButton label="Copy the terms" text={() => text} />
      <Text>{amount}</Text>
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Payment due</TableHeader>
            <TableHeader align="right">Amount</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {payments.map((payment, index) => (
            <TableRow key={index}>
              <TableCell>{payment.dueOn}</TableCell>
              <TableCell align="right">{payment.amount}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Text variant="microcopy">
        The app does not write quotes: HubSpot takes no payment schedule and no one-time discount for them from apps, so
        the dates go into the terms and the discount onto the line items. “Set amount” above makes the agreed price the
        deal’s amount; the amount before stays on record, and the score is based on it.
      </Text>
    </Flex>
  );
}
