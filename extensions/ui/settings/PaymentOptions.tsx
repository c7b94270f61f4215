import { Button, Flex, Input, Text, Tile } from '@hubspot/ui-extensions';
import { formatPaymentOption } from '@deal-terms/core/scoring';
import type { PaymentOption, PaymentPlan } from '@deal-terms/core/scoring';
import { errorProps } from '../shared/field-props.ts';
import { paymentTermsInWords } from '../shared/field-view.ts';
import type { SettingInputProps } from './setting-input-props.ts';
import { readPaymentOption } from './setting-words.ts';
import { edited, mistyped, problemAt } from './settings-draft.ts';

const onDelivery: PaymentPlan = [{ share: 1, anchor: 'delivery', days: 0 }];

/** What an option asks for, in words. */
function optionInWords({ payments }: PaymentOption, notation: string, locale: string): string {
  return payments === undefined
    ? `Today’s terms, ${notation}: what is due later after delivery is due then`
    : paymentTermsInWords(notation, locale);
}

/** The payment options reps may propose: name and terms of each, to change, add and remove. */
export function PaymentOptions({
  field: { path },
  draft,
  problems,
  reader,
  onEdit,
}: Omit<SettingInputProps, 'field'> & { readonly field: { readonly path: string } }) {
  const options = draft.settings.model.paymentOptions;
  const put = (next: typeof options) => {
    onEdit((now) => edited(now, path, next));
  };
  const change = (place: number, changed: (typeof options)[number]) => {
    const next = options.map((option, at) => (at === place ? changed : option));
    // What is mistyped in other rows stays there to be corrected.
    onEdit((now) => ({
      ...edited(now, path, next),
      unread: Object.fromEntries(Object.entries(now.unread).filter(([at]) => at !== `${path}[${place}].payments`)),
    }));
  };
  const readTerms = (place: number, id: string, text: string) => {
    const read = readPaymentOption(text);
    if (read.ok) change(place, { id, ...read.option });
    else onEdit((now) => mistyped(now, `${path}[${place}].payments`, text, read.problem));
  };
  const unused = () => {
    const taken = new Set(options.map(({ id }) => id));
    let number = options.length + 1;
    while (taken.has(`option_${number}`)) number += 1;
    return `option_${number}`;
  };
  return (
    <Flex direction="column" gap="sm">
      {options.map(({ id, ...option }, place) => {
        const at = `${path}[${place}]`;
        const mistypedTerms = draft.unread[`${at}.payments`];
        const notation = mistypedTerms?.text ?? formatPaymentOption(option);
        return (
          <Tile key={at} compact={true}>
            <Flex direction="row" gap="sm" wrap={true} align="end">
              <Input
                name={`${at}.id`}
                label={`Name of option ${place + 1}`}
                value={id}
                {...errorProps(problemAt(problems, `${at}.id`))}
                onChange={(text) => {
                  change(place, { id: text.trim(), ...option });
                }}
              />
              <Input
                name={`${at}.payments`}
                label={`Terms of option ${place + 1}`}
                value={notation}
                {...errorProps(problemAt(problems, `${at}.payments`))}
                onChange={(text) => {
                  readTerms(place, id, text);
                }}
              />
              {mistypedTerms === undefined && (
                <Text variant="microcopy">{optionInWords(option, notation, reader.locale)}</Text>
              )}
              <Button
                size="xs"
                variant="secondary"
                onClick={() => {
                  put(options.filter((_, other) => other !== place));
                }}
              >{`Remove ${id}`}</Button>
            </Flex>
          </Tile>
        );
      })}
      {options.length === 0 && <Text>Without an option, only speed, forecasts and price can be traded.</Text>}
      <Flex direction="row">
        <Button
          size="sm"
          variant="secondary"
          onClick={() => {
            put([...options, { id: unused(), payments: onDelivery }]);
          }}
        >
          Add a payment option
        </Button>
      </Flex>
    </Flex>
  );
}
