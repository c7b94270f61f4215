import { useCallback, useMemo } from 'react';
import { Alert, Divider, Flex } from '@hubspot/ui-extensions';
import type { OpenDealReply } from '@deal-terms/core/contracts';
import type { Captured, CapturedField, PropertyValues } from '@deal-terms/core/crm';
import { OfferSection } from './offers/OfferSection.tsx';
import { useSession } from './session/use-session.ts';
import { scoreLocally, storedFreshness } from './session/local-score.ts';
import { conflictsOf, isDirty } from './session/session.ts';
import { freshnessView } from './session/freshness-view.ts';
import { announce } from './session/announce.ts';
import type { CardProps } from '../shared/card-props.ts';
import { Conflicts } from './answers/Conflicts.tsx';
import { CustomerForm } from './answers/CustomerForm.tsx';
import { DealForm } from './answers/DealForm.tsx';
import { Outcome } from './session/Outcome.tsx';
import { SaveBar } from './answers/SaveBar.tsx';
import { ScoreDetail } from './advice/ScoreDetail.tsx';
import { ScoreSummary } from './advice/ScoreSummary.tsx';
import { StatusLine } from './session/StatusLine.tsx';

type DealTermsViewProps = {
  readonly record: PropertyValues;
  readonly opened: Extract<OpenDealReply, { ok: true }>;
  /** Canonical. */
  readonly locale: string;
  readonly actions: CardProps['actions'];
};

/** A rep at work on one deal. */
export function DealTermsView({
  record,
  opened: { suggestions, customer, ...basis },
  locale,
  actions,
}: DealTermsViewProps) {
  const [session, dispatch] = useSession(record, basis, (reply) => {
    announce(reply, actions);
  });
  const score = useMemo(
    () => scoreLocally(session.record, session.draft, session.basis),
    [session.record, session.draft, session.basis],
  );
  const freshness = useMemo(() => storedFreshness(session.record, session.basis), [session.record, session.basis]);
  const { policy, account, today } = session.basis;
  // The same function for the card's life: inputs that did not change are not drawn again.
  const edit = useCallback(
    (change: Partial<Captured>) => {
      dispatch({ type: 'edited', change });
    },
    [dispatch],
  );
  const writePlan = useCallback(() => {
    dispatch({ type: 'paymentTermsTyped' });
  }, [dispatch]);
  const decide = (fields: readonly CapturedField[], keep: 'mine' | 'theirs') => {
    dispatch({ type: 'conflictDecided', fields, keep });
  };
  const isBusy = session.saving.kind === 'sending';
  const isRefreshing = isBusy && session.saving.purpose === 'refresh';
  return (
    <Flex direction="column" gap="md">
      {policy.warning !== null && (
        <Alert title="Our policy could not be read" variant="warning">
          {policy.warning}
        </Alert>
      )}
      <StatusLine
        view={freshnessView(freshness, account, locale)}
        hasChanges={isDirty(session)}
        isRefreshing={isRefreshing}
        isBusy={isBusy}
        onRefresh={() => {
          dispatch({ type: 'sendAsked', purpose: 'refresh' });
        }}
      />
      <Outcome saving={session.saving} of="refresh" locale={locale} />
      <ScoreSummary score={score} captured={session.draft} locale={locale} />
      <CustomerForm session={session} suggestions={suggestions} locale={locale} onChange={edit} />
      <DealForm session={session} locale={locale} onChange={edit} onWritePaymentTerms={writePlan} />
      <Conflicts conflicts={conflictsOf(session)} locale={locale} onDecide={decide} />
      <SaveBar
        session={session}
        freshness={freshness}
        locale={locale}
        onSave={() => {
          dispatch({ type: 'sendAsked', purpose: 'save' });
        }}
        onDiscard={() => {
          dispatch({ type: 'discarded' });
        }}
        closeOverlay={actions.closeOverlay}
      />
      {score.kind === 'scored' && (
        <ScoreDetail
          score={score}
          customer={customer}
          captured={session.draft}
          policy={policy}
          today={today}
          locale={locale}
        />
      )}
      <Divider />
      <OfferSection session={session} locale={locale} actions={actions} onChange={edit} />
    </Flex>
  );
}
