import { useState } from 'react';
import { Alert, Button, Flex, Heading, Input, LoadingButton, Text, useExtensionContext } from '@hubspot/ui-extensions';
import type { PolicyInForce } from '@deal-terms/core/crm';
import { percent } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { dateInWords } from '../shared/reader.ts';
import { useSavePrice } from './use-save-price.ts';

type ApplyPriceProps = {
  readonly policy: PolicyInForce;
  /** The plan's, effective annual. */
  readonly priceOfCash: number;
  /** Whether the plan rests on other figures than the policy's. */
  readonly isWhatIf: boolean;
  readonly reader: Reader;
};

/** Puts the plan's price of cash into the policy, so that cards stop promising the same backlog to every deal; or takes it out again. */
export function ApplyPrice({ policy, priceOfCash, isWhatIf, reader }: ApplyPriceProps) {
  const { user } = useExtensionContext<'pages'>();
  const { saving, save } = useSavePrice(`${user.firstName} ${user.lastName}`.trim() || user.email);
  const [key, setKey] = useState('');
  const inForce =
    saving.kind === 'saved'
      ? { price: saving.price, on: saving.on }
      : { price: policy.model.priceOfCash, on: policy.app.priceOfCashOn };
  const isBusy = saving.kind === 'sending';
  return (
    <Flex direction="column" gap="sm">
      <Heading>Price of cash in our policy</Heading>
      <Text>
        {inForce.price === null
          ? 'None is set: each card counts on the whole backlog for its own deal.'
          : `${percent(inForce.price, reader)} a year${inForce.on === null ? '' : `, set on ${dateInWords(inForce.on, reader.locale)}`}: each card counts with it instead of the backlog.`}
      </Text>
      {isWhatIf && (
        <Text variant="microcopy">
          The plan shown rests on the figures above, not on our policy’s. Its price of cash does too.
        </Text>
      )}
      <Flex direction="row" gap="sm" align="end" wrap={true}>
        <Input name="policy-key" label="Approval code" type="password" value={key} onInput={setKey} onChange={setKey} />
        <LoadingButton
          variant="primary"
          loading={isBusy}
          disabled={key === ''}
          onClick={() => {
            save(key, priceOfCash);
          }}
        >{`Set ${percent(priceOfCash, reader)} a year`}</LoadingButton>
        {inForce.price !== null && (
          <Button
            disabled={key === '' || isBusy}
            onClick={() => {
              save(key, null);
            }}
          >
            Remove from the policy
          </Button>
        )}
      </Flex>
      {saving.kind === 'failed' && (
        <Alert title={saving.title} variant="danger">
          {saving.text}
        </Alert>
      )}
      {saving.kind === 'saved' && (
        <Alert title={`In force as version ${saving.version}`} variant="success">
          Saved scores are out of date until they are worked out again: “Rescore” on the negotiability board does it.
        </Alert>
      )}
    </Flex>
  );
}
