import { useState } from 'react';
import { AutoGrid, Flex, Input, LoadingButton, NumberInput, Text, TextArea, Tile } from '@hubspot/ui-extensions';
import { gainsInWords, termsInWords } from '@deal-terms/core/offers';
import type { PutForward } from '@deal-terms/core/offers';
import type { ApproverAction } from './use-offers.ts';
import { demibold } from '../../shared/text-formats.ts';
import { percentToType, typedPercent } from '../../shared/typed-number.ts';

type ApprovalFormProps = {
  readonly proposal: PutForward;
  readonly userId: string;
  readonly locale: string;
  readonly isSending: boolean;
  /** Whether the code given last is not the right one. */
  readonly isCodeWrong: boolean;
  readonly onDecide: (action: ApproverAction) => void;
};

/** The code as it was given last, for as long as HubSpot keeps the card running: it is asked for once, and stored nowhere. */
let givenCode = '';

/** Where an approver decides, with what both sides gain. */
export function ApprovalForm({ proposal, userId, locale, isSending, isCodeWrong, onDecide }: ApprovalFormProps) {
  const [isCodeKnown] = useState(givenCode !== '');
  const [key, setKey] = useState(givenCode);
  const [reason, setReason] = useState('');
  const [discount, setDiscount] = useState<number | null>(proposal.terms.discount);
  const isAnother = discount !== null && Math.abs(discount - proposal.terms.discount) > 1e-9;
  const common = { key, userId, reason };
  const decide = (action: ApproverAction) => {
    givenCode = key;
    onDecide(action);
  };
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="sm">
        <Text format={demibold}>{`${proposal.by} asks you to approve this.`}</Text>
        <Text>{termsInWords(proposal, { locale })}</Text>
        <Text>{gainsInWords(proposal, { locale })}</Text>
        <AutoGrid columnWidth={150} flexible={true} gap="sm">
          <NumberInput
            name="approvedDiscount"
            label="Approved discount in percent"
            precision={2}
            {...(discount === null ? {} : { value: percentToType(discount) })}
            onChange={(typed: unknown) => {
              setDiscount(typedPercent(typed));
            }}
          />
          {(!isCodeKnown || isCodeWrong) && (
            <Input
              name="approvalKey"
              type="password"
              label="Approval code"
              description="As in the app’s settings. Not asked again while this card is open."
              value={key}
              onInput={setKey}
              onChange={setKey}
            />
          )}
        </AutoGrid>
        <TextArea
          name="approvalReason"
          label="Reason"
          description="Needed to refuse."
          rows={2}
          value={reason}
          onInput={setReason}
          onChange={setReason}
        />
        <Flex direction="row" gap="sm" wrap={true}>
          <LoadingButton
            variant="primary"
            loading={isSending}
            disabled={key === '' || discount === null || Math.abs(discount) >= 1}
            onClick={() => {
              if (discount !== null)
                decide(isAnother ? { action: 'counter', discount, ...common } : { action: 'approve', ...common });
            }}
          >
            {isAnother ? 'Approve at this discount' : 'Approve'}
          </LoadingButton>
          <LoadingButton
            variant="secondary"
            loading={isSending}
            disabled={key === '' || reason.trim() === ''}
            onClick={() => {
              decide({ action: 'reject', ...common });
            }}
          >
            Refuse
          </LoadingButton>
        </Flex>
      </Flex>
    </Tile>
  );
}
