import { useState } from 'react';
import { Alert, AutoGrid, Button, Flex, LoadingButton, NumberInput, Select, Toggle } from '@hubspot/ui-extensions';
import { formatPaymentPlan } from '@deal-terms/core/scoring';
import type { Approver, Negotiation, OfferedTerms } from '@deal-terms/core/offers';
import { swapInWords } from '@deal-terms/core/words';
import type { LocalScore } from '../session/local-score.ts';
import type { Session } from '../session/session.ts';
import { errorProps } from '../../shared/field-props.ts';
import { percentToType, typedNumber, typedPercent } from '../../shared/typed-number.ts';
import { unscorableView } from '../../shared/failure-view.ts';
import { paymentTermsInWords } from '../../shared/field-view.ts';
import { TermsInput } from '../../shared/TermsInput.tsx';
import { commonPaymentTerms } from '../answers/payment-terms-choices.ts';
import { draftErrors, draftOfMenu, emptyDraft, lapsedApproval, offerDoubts, weighDraft } from './offer-draft.ts';
import type { DraftErrors, DraftWeighed, OfferDraft } from './offer-draft.ts';
import { OfferPreview } from './OfferPreview.tsx';
import type { RepAction } from './use-offers.ts';

type OfferFormProps = {
  readonly session: Session;
  readonly negotiation: Negotiation;
  readonly approvers: readonly Approver[];
  readonly score: LocalScore;
  /** What to start from; null for an empty form. */
  readonly start: OfferedTerms | null;
  readonly locale: string;
  readonly isSending: boolean;
  readonly onSend: (action: RepAction) => void;
  readonly onCancel: () => void;
};

const byHand = 'by hand';

/** What was offered to the customer: from the menu or edited, with what it comes to and whether it needs an approval. */
export function OfferForm({
  session,
  negotiation,
  approvers,
  score,
  start,
  locale,
  isSending,
  onSend,
  onCancel,
}: OfferFormProps) {
  const menu = score.kind === 'scored' ? score.result.offers : [];
  const [chosen, setChosen] = useState(byHand);
  const [draft, setDraft] = useState<OfferDraft>(start ?? emptyDraft);
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
  const errors = draftErrors(draft, score.resolved.input.deal.leadTimeDays);
  const send = () => {
    if (weighed.kind === 'weighed') onSend({ action: weighed.needsApproval ? 'ask' : 'offer', terms: weighed.terms });
  };
  return (
    <Flex direction="column" gap="sm">
      {menu.length > 0 && (
        <Select
          name="offerFromMenu"
          label="Start from"
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
        errors={errors}
        today={formatPaymentPlan(score.resolved.input.deal.payments)}
        locale={locale}
        onChange={(change) => {
          setDraft({ ...draft, ...change });
        }}
      />
      <OfferPreview
        weighed={weighed}
        resolved={score.resolved}
        approvers={approvers}
        lapsed={weighed.kind === 'weighed' ? lapsedApproval(negotiation, weighed, session.basis.today, { locale }) : ''}
        locale={locale}
      />
      <Flex direction="row" gap="sm" wrap={true} align="center">
        <LoadingButton variant="primary" loading={isSending} disabled={weighed.kind !== 'weighed'} onClick={send}>
          {sendLabel(weighed, session)}
        </LoadingButton>
        <Button variant="transparent" onClick={onCancel}>
          Cancel
        </Button>
      </Flex>
    </Flex>
  );
}

/** What the button does, said so that nobody records what they were warned of without noticing. */
function sendLabel(weighed: DraftWeighed, session: Session): string {
  if (weighed.kind !== 'weighed') return 'Record as offered';
  if (weighed.needsApproval) return 'Ask for approval';
  const currency = session.basis.account.homeCurrency;
  return offerDoubts(weighed.appraisal, { locale: 'en', currency }).length > 0
    ? 'Record it all the same'
    : 'Record as offered';
}

const asToday = 'as today';
const other = 'other';

type FieldsProps = {
  readonly draft: OfferDraft;
  readonly errors: DraftErrors;
  /** Notation. */ readonly today: string;
  readonly locale: string;
  readonly onChange: (change: Partial<OfferDraft>) => void;
};

function Fields({ draft, errors, today, locale, onChange }: FieldsProps) {
  const { paymentPlan, daysSaved, forecast, discount } = draft;
  const [writesPaymentTerms, setWritesPlan] = useState(false);
  const plans: readonly string[] = [
    ...new Set([...commonPaymentTerms, ...(paymentPlan === null || writesPaymentTerms ? [] : [paymentPlan])]),
  ];
  const choosePlan = (value: string) => {
    setWritesPlan(value === other);
    if (value !== other) onChange({ paymentPlan: value === asToday ? null : value });
  };
  return (
    <Flex direction="column" gap="sm">
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
            { value: other, label: 'Other terms, as you write them' },
          ]}
        />
        {writesPaymentTerms && (
          <TermsInput
            name="offeredPlanNotation"
            value={paymentPlan}
            error={errors.paymentPlan}
            deliveredOn={null}
            locale={locale}
            onChange={(terms) => {
              onChange({ paymentPlan: terms });
            }}
          />
        )}
      </Flex>
      <AutoGrid columnWidth={200} flexible={true} gap="sm">
        <NumberInput
          name="offeredDays"
          label="Days sooner"
          description="0 for none; ask operations first."
          precision={0}
          min={0}
          {...(daysSaved === null ? {} : { value: daysSaved })}
          {...errorProps(errors.daysSaved)}
          onChange={(typed: unknown) => {
            onChange({ daysSaved: typedNumber(typed) });
          }}
        />
        <NumberInput
          name="offeredDiscount"
          label="Discount in percent"
          description="Below 0 for a higher price."
          {...errorProps(errors.discount)}
          precision={2}
          {...(discount === null ? {} : { value: percentToType(discount) })}
          onChange={(typed: unknown) => {
            onChange({ discount: typedPercent(typed) });
          }}
        />
      </AutoGrid>
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
    </Flex>
  );
}
