import { useMemo } from 'react';
import { Flex } from '@hubspot/ui-extensions';
import { decodeCaptured } from '@deal-terms/core/crm';
import type { PropertyValues } from '@deal-terms/core/crm';
import { useSession } from './session/use-session.ts';
import { scoreLocally, storedFreshness } from './session/local-score.ts';
import { freshnessView } from './session/freshness-view.ts';
import { localeOf } from '../shared/reader.ts';
import { announce } from './session/announce.ts';
import type { CardProps } from '../shared/card-props.ts';
import { LoadDeal } from './LoadDeal.tsx';
import { Outcome } from './session/Outcome.tsx';
import { ScoreSummary } from './advice/ScoreSummary.tsx';
import { StatusLine } from './session/StatusLine.tsx';
import type { DealProps, OpenedDeal } from './deal-props.ts';

/** The compact card beside the deal: what to do and what to ask, for what is stored. */
export function DealTermsSidebar({ locale, actions }: CardProps) {
  return (
    <LoadDeal>
      {(record: PropertyValues, opened: OpenedDeal) => (
        <Glance record={record} opened={opened} locale={localeOf(locale)} actions={actions} />
      )}
    </LoadDeal>
  );
}

function Glance({ record, opened, locale, actions }: DealProps) {
  const [session, dispatch] = useSession(record, opened, (reply) => {
    announce(reply, actions);
  });
  const { basis } = session;
  const captured = decodeCaptured(session.record);
  const score = useMemo(
    () => scoreLocally(session.record, decodeCaptured(session.record), basis),
    [session.record, basis],
  );
  const freshness = useMemo(() => storedFreshness(session.record, basis), [session.record, basis]);
  const isBusy = session.saving.kind === 'sending';
  return (
    <Flex direction="column" gap="sm">
      <ScoreSummary score={score} captured={captured} locale={locale} />
      <Outcome saving={session.saving} of="refresh" locale={locale} />
      <StatusLine
        view={freshnessView(freshness, basis.account, locale)}
        hasChanges={false}
        isRefreshing={isBusy}
        isBusy={isBusy}
        onRefresh={() => {
          dispatch({ type: 'sendAsked', purpose: 'refresh' });
        }}
      />
    </Flex>
  );
}
