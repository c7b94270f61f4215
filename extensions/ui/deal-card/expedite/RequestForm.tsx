import { useMemo, useState } from 'react';
import {
  AutoGrid,
  Button,
  DateInput,
  Flex,
  LoadingButton,
  NumberInput,
  Select,
  Text,
  TextArea,
  Toggle,
} from '@hubspot/ui-extensions';
import type { CustomerProfile, PropertyValues } from '@deal-terms/core/crm';
import type { OfferedTerms } from '@deal-terms/core/offers';
import type { ExpediteRequest, ExpediteTerms, TradeBasis, WeekLoad } from '@deal-terms/core/expedite';
import { swapInWords } from '@deal-terms/core/words';
import { scoreLocally } from '../session/local-score.ts';
import { baseDateOf, isoDateOf } from '../../shared/date-value.ts';
import { commonPaymentTerms } from '../answers/payment-terms-choices.ts';
import { paymentTermsInWords } from '../../shared/field-view.ts';
import type { DealProps } from '../deal-props.ts';
import { draftOfOffer, draftOfRequest, emptyDraft, requestFor, speedOffers, termsOf } from './request-draft.ts';
import type { RequestDraft } from './request-draft.ts';
import { RequestPreview } from './RequestPreview.tsx';
import { percentToType, typedNumber, typedPercent } from '../../shared/typed-number.ts';

type RequestFormProps = {
  readonly record: PropertyValues;
  /** As stored. */
  readonly captured: CustomerProfile;
  readonly basis: TradeBasis;
  /** The request to be changed; null for a new one. */
  readonly request: ExpediteRequest | null;
  /** What was offered, agreed or is advised; null for nothing. */
  readonly terms: OfferedTerms | null;
  readonly weeks: readonly WeekLoad[];
  readonly opened: DealProps['opened'];
  readonly locale: string;
  readonly isSending: boolean;
  readonly onSend: (terms: ExpediteTerms) => void;
  readonly onCancel: () => void;
};

const byHand = 'by hand';
const asToday = 'as today';

/** What to ask operations for, from an offer or by hand, with what it costs and earns. */
export function RequestForm({
  record,
  captured,
  basis,
  request,
  terms: inPlay,
  weeks,
  opened,
  locale,
  isSending,
  onSend,
  onCancel,
}: RequestFormProps) {
  const known = { basis, neededBy: captured.neededBy, customerWhy: captured.customerWhy, today: opened.today };
  const { input } = basis.resolved;
  const offers = useMemo(() => {
    const score = scoreLocally(record, captured, opened);
    return score.kind === 'scored'
      ? speedOffers(score.result.offers, score.resolved.input).map((offer) => ({ offer, input: score.resolved.input }))
      : [];
  }, [record, captured, opened]);
  const [best] = offers;
  const hasSpeed = inPlay !== null && inPlay.daysSaved > 0;
  const [chosen, setChosen] = useState(
    request === null && !hasSpeed && best !== undefined ? best.offer.packageId : byHand,
  );
  const [draft, setDraft] = useState<RequestDraft>(() => {
    if (request !== null) return draftOfRequest(request);
    if (hasSpeed) return requestFor(inPlay, known);
    return best === undefined ? emptyDraft(known) : draftOfOffer(best.offer, best.input, known);
  });
  const edit = (change: Partial<RequestDraft>) => {
    setDraft({ ...draft, ...change });
  };
  const choose = (packageId: string) => {
    setChosen(packageId);
    const found = offers.find(({ offer }) => offer.packageId === packageId);
    if (found !== undefined)
      setDraft({
        ...draftOfOffer(found.offer, found.input, known),
        customerWhy: draft.customerWhy,
        offerExpires: draft.offerExpires,
      });
  };
  const terms = termsOf(draft);
  return (
    <Flex direction="column" gap="sm">
      {offers.length > 0 && (
        <Select
          name="expediteOffer"
          label="Which offer"
          value={chosen}
          onChange={(value) => {
            choose(String(value));
          }}
          options={[
            ...offers.map(({ offer, input: offered }) => ({
              value: offer.packageId,
              label: swapInWords(offered, offer.packageId, { locale }),
            })),
            { value: byHand, label: 'Something else, by hand' },
          ]}
        />
      )}
      <Fields draft={draft} locale={locale} onChange={edit} />
      <RequestPreview
        basis={basis}
        draft={draft}
        today={opened.today}
        weeks={weeks}
        leadTimeDays={input.deal.leadTimeDays}
        locale={locale}
      />
      <Flex direction="row" gap="sm" wrap={true} align="center">
        <LoadingButton
          variant="primary"
          loading={isSending}
          disabled={terms === null}
          onClick={() => {
            if (terms !== null) onSend(terms);
          }}
        >
          {request === null ? 'Send to operations' : 'Send the change'}
        </LoadingButton>
        <Button variant="transparent" onClick={onCancel}>
          Cancel
        </Button>
        {terms === null && (
          <Text variant="microcopy" inline={true}>
            Enter the days saved, both dates and the discount.
          </Text>
        )}
      </Flex>
    </Flex>
  );
}

type FieldsProps = {
  readonly draft: RequestDraft;
  readonly locale: string;
  readonly onChange: (change: Partial<RequestDraft>) => void;
};

function Fields({ draft, locale, onChange }: FieldsProps) {
  const { neededBy, daysSaved, paymentPlan, forecast, discount, customerWhy, offerExpires } = draft;
  const plans = [...new Set([...commonPaymentTerms, ...(paymentPlan === null ? [] : [paymentPlan])])];
  const date = (value: string | null) => (value === null ? {} : { value: baseDateOf(value) });
  return (
    <>
      <AutoGrid columnWidth={165} flexible={true} gap="sm">
        <NumberInput
          name="expediteDaysSaved"
          label="Days saved"
          precision={0}
          {...(daysSaved === null ? {} : { value: daysSaved })}
          onChange={(typed) => {
            onChange({ daysSaved: typedNumber(typed) });
          }}
        />
        <DateInput
          name="expediteNeededBy"
          label="Needed by"
          format="medium"
          timezone="portalTz"
          {...date(neededBy)}
          onChange={(value) => {
            onChange({ neededBy: isoDateOf(value) });
          }}
        />
        <DateInput
          name="expediteOfferExpires"
          label="Offer expires"
          format="medium"
          timezone="portalTz"
          {...date(offerExpires)}
          onChange={(value) => {
            onChange({ offerExpires: isoDateOf(value) });
          }}
        />
      </AutoGrid>
      <AutoGrid columnWidth={165} flexible={true} gap="sm">
        <Select
          name="expeditePlan"
          label="Payment terms in return"
          value={paymentPlan ?? asToday}
          options={[
            { value: asToday, label: 'As today' },
            ...plans.map((value) => ({ value, label: paymentTermsInWords(value, locale) })),
          ]}
          onChange={(value) => {
            onChange({ paymentPlan: value === asToday ? null : String(value) });
          }}
        />
        <NumberInput
          name="expediteDiscount"
          label="Discount in percent"
          tooltip="Negative for a premium."
          precision={2}
          {...(discount === null ? {} : { value: percentToType(discount) })}
          onChange={(typed) => {
            onChange({ discount: typedPercent(typed) });
          }}
        />
      </AutoGrid>
      <Toggle
        name="expediteForecast"
        label="Shares quarterly forecasts"
        size="sm"
        checked={forecast}
        onChange={(checked) => {
          onChange({ forecast: checked });
        }}
      />
      <TextArea
        name="expediteWhy"
        label="Why it matters to the customer"
        rows={2}
        resize="vertical"
        maxLength={4000}
        value={customerWhy}
        onChange={(text) => {
          onChange({ customerWhy: text });
        }}
      />
    </>
  );
}
