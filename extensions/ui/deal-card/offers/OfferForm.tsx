import { useMemo, useState } from 'react';
import {
  Alert,
  AutoGrid,
  Button,
  Flex,
  Input,
  LoadingButton,
  NumberInput,
  Select,
  Text,
  Toggle,
} from '@hubspot/ui-extensions';
import { formatPaymentPlan } from '@deal-terms/core/scoring';
import type { Negotiation } from '@deal-terms/core/offers';
import { swapInWords } from '@deal-terms/core/words';
import type { Session } from '../session/session.ts';
import { unscorableView } from '../../shared/failure-view.ts';
import { paymentTermsInWords } from '../../shared/field-view.ts';
import { commonPaymentTerms } from '../answers/payment-terms-choices.ts';
import { draftOfMenu, emptyDraft, storedScore, weighDraft } from './offer-draft.ts';
import type { OfferDraft } from './offer-draft.ts';
import { OfferPreview } from './OfferPreview.tsx';
import type { RepAction } from './use-offers.ts';

type OfferFormProps = {
  readonly session: Session;
  readonly negotiation: Negotiation;
  /** Whether answers are not saved yet: the menu rests on those that are. */
  readonly hasChanges: boolean;
  readonly locale: string;
  readonly isSending: boolean;
  readonly onSend: (action: RepAction) => void;
  readonly onCancel: () => void;
};

const byHand = 'by hand';

/** What was offered to the customer: from the menu or edited, with what it comes to and whether it needs an approval. */
export function OfferForm({ session, negotiation, hasChanges, locale, isSending, onSend, onCancel }: OfferFormProps) {
  const score = useMemo(() => storedScore(session), [session]);
  const menu = score.kind === 'scored' ? score.result.offers : [];
  const [chosen, setChosen] = useState(menu[0]?.packageId ?? byHand);
  const [draft, setDraft] = useState<OfferDraft>(() =>
    score.kind === 'scored' && menu[0] !== undefined ? draftOfMenu(menu[0], score) : emptyDraft,
  );
  if (score.kind !== 'scored')
    return (
      <Alert title={unscorableView(score.code).title} variant="warning">
        {unscorableView(score.code).text}
      </Alert>
    );
  const choose = (packageId: string) => {
    setChosen(packageId);
    const offer = menu.find((one) => one.packageId === packageId);
    if (offer !== undefined) setDraft(draftOfMenu(offer, score));
  };
  const weighed = weighDraft(draft, score, session, negotiation);
  const send = () => {
    if (weighed.kind === 'weighed') onSend({ action: weighed.needsApproval ? 'ask' : 'offer', terms: weighed.terms });
  };
  return (
    <Flex direction="column" gap="sm">
      {hasChanges && (
        <Alert title="Unsaved answers" variant="warning">
          The offer is weighed by the answers that are saved. Save yours first if they matter for it.
        </Alert>
      )}
      {menu.length > 0 && (
        <Select
          name="offerFromMenu"
          label="What we offer"
          value={chosen}
          onChange={(value) => {
            choose(String(value));
          }}
          options={[
            ...menu.map(({ packageId }) => ({
              value: packageId,
              label: swapInWords(score.resolved.input, packageId, { locale }),
            })),
            { value: byHand, label: 'Something else, by hand' },
          ]}
        />
      )}
      <Fields
        draft={draft}
        today={formatPaymentPlan(score.resolved.input.deal.payments)}
        locale={locale}
        onChange={(change) => {
          setDraft({ ...draft, ...change });
        }}
      />
      <OfferPreview weighed={weighed} locale={locale} />
      <Flex direction="row" gap="sm" wrap={true} align="center">
        <LoadingButton variant="primary" loading={isSending} disabled={weighed.kind !== 'weighed'} onClick={send}>
          {weighed.kind === 'weighed' && weighed.needsApproval ? 'Ask for approval' : 'We offered this'}
        </LoadingButton>
        <Button variant="transparent" onClick={onCancel}>
          Cancel
        </Button>
        {weighed.kind === 'incomplete' && (
          <Text variant="microcopy" inline={true}>
            Days saved and the discount are needed.
          </Text>
        )}
      </Flex>
    </Flex>
  );
}

const asToday = 'as today';
const other = 'other';

type FieldsProps = {
  readonly draft: OfferDraft;
  /** Notation. */ readonly today: string;
  readonly locale: string;
  readonly onChange: (change: Partial<OfferDraft>) => void;
};

function Fields({ draft, today, locale, onChange }: FieldsProps) {
  const { paymentPlan, daysSaved, forecast, discount } = draft;
  const [writesPaymentTerms, setWritesPlan] = useState(false);
  const plans: readonly string[] = [
    ...new Set([...commonPaymentTerms, ...(paymentPlan === null || writesPaymentTerms ? [] : [paymentPlan])]),
  ];
  const usable = (typed: unknown) => (typeof typed === 'number' && Number.isFinite(typed) ? typed : null);
  const choosePlan = (value: string) => {
    setWritesPlan(value === other);
    if (value !== other) onChange({ paymentPlan: value === asToday ? null : value });
  };
  return (
    <AutoGrid columnWidth={150} flexible={true} gap="sm">
      <Flex direction="column" gap="xs">
        <Select
          name="offeredPlan"
          label="The customer pays"
          value={writesPaymentTerms ? other : (paymentPlan ?? asToday)}
          onChange={(value) => {
            choosePlan(String(value));
          }}
          options={[
            { value: asToday, label: `As today: ${paymentTermsInWords(today, locale)}` },
            ...plans.map((plan) => ({ value: plan, label: paymentTermsInWords(plan, locale) })),
            { value: other, label: 'Other terms, in short notation' },
          ]}
        />
        {writesPaymentTerms && (
          <Input
            name="offeredPlanNotation"
            label="Terms in short notation"
            description="Such as net 75, advance 14, or 30% order + 70% net 60."
            value={paymentPlan ?? ''}
            onChange={(text) => {
              onChange({ paymentPlan: text.trim() === '' ? null : text.trim() });
            }}
          />
        )}
      </Flex>
      <NumberInput
        name="offeredDays"
        label="Days sooner"
        description="0 for none. Ask operations before you promise speed."
        precision={0}
        min={0}
        {...(daysSaved === null ? {} : { value: daysSaved })}
        onChange={(typed: unknown) => {
          onChange({ daysSaved: usable(typed) });
        }}
      />
      <NumberInput
        name="offeredDiscount"
        label="Discount in percent"
        description="Below 0 for a premium."
        precision={2}
        {...(discount === null ? {} : { value: Number((discount * 100).toFixed(6)) })}
        onChange={(typed: unknown) => {
          const percent = usable(typed);
          onChange({ discount: percent === null ? null : Number((percent / 100).toFixed(8)) });
        }}
      />
      <Toggle
        name="offeredForecast"
        label="The customer shares quarterly forecasts"
        textChecked="Yes"
        textUnchecked="No"
        checked={forecast}
        onChange={(checked) => {
          onChange({ forecast: checked });
        }}
      />
    </AutoGrid>
  );
}
