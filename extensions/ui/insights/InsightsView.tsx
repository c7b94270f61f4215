import { useMemo, useState } from 'react';
import { Accordion, AutoGrid, BarChart, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { pipelineInsights } from '@deal-terms/core/insights';
import type { InsightDeal } from '@deal-terms/core/insights';
import { accountNames } from '../shared/account-names.ts';
import { companiesAtOnce, CompanyNames } from '../shared/CompanyNames.tsx';
import { CopyButton } from '../shared/CopyButton.tsx';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { dateInWords } from '../shared/reader.ts';
import { insightsCsv, insightsMinutes } from './insights-minutes.ts';
import { insightsLines, whysAtMost } from './insights-lines.ts';
import { LinesTable } from '../shared/LinesTable.tsx';

type InsightsViewProps = {
  readonly deals: readonly InsightDeal[];
  /** How many open deals have the customer's words written down; `deals` holds those with the largest expected gain. */
  readonly dealsWithWhy: number;
  readonly opened: OpenedBoard;
  readonly locale: string;
};

/** What open deals say together, for a screen and for the minutes. */
export function InsightsView({ deals, dealsWithWhy, opened, locale }: InsightsViewProps) {
  const { account, today } = opened;
  const names = useMemo(() => accountNames(opened), [opened]);
  const insights = useMemo(() => pipelineInsights(deals), [deals]);
  const [companyNames, setCompanyNames] = useState<ReadonlyMap<string, string>>(new Map());
  const words = { account, names, companyNames, locale };
  const view = insightsLines(insights, dealsWithWhy, words);
  const mentioned = [...insights.trades, ...insights.whys.slice(0, whysAtMost)];
  const unknown = [...new Set(mentioned.map(({ companyId }) => companyId))]
    .filter((id) => id !== '' && !companyNames.has(id))
    .slice(0, companiesAtOnce);
  return (
    <Flex direction="column" gap="md">
      {unknown.length > 0 && (
        <CompanyNames
          key={unknown.join()}
          ids={unknown}
          onRead={(read) => {
            setCompanyNames(new Map([...companyNames, ...read]));
          }}
        />
      )}
      <Flex direction="row" gap="sm" wrap={true}>
        <CopyButton label="Copy for the minutes" text={() => insightsMinutes(view, dateInWords(today, locale))} />
        <CopyButton label="Copy these deals as CSV" text={() => insightsCsv(mentioned, words)} />
      </Flex>
      <Text>{view.summary}</Text>

      <Heading>In the customers’ words</Heading>
      {view.whys.length === 0 ? (
        <Text>Nobody has written any down: the card on a deal has a field for them.</Text>
      ) : (
        <LinesTable
          portalId={account.portalId}
          lines={view.whys}
          columns={[
            { head: 'Why', of: ({ why }) => why },
            { head: 'Amount', of: ({ value }) => value, align: 'right' },
            { head: 'Verdict', of: ({ verdict }) => verdict },
          ]}
        />
      )}
      {view.moreWhys !== null && <Text variant="microcopy">{view.moreWhys}</Text>}

      <Heading>Where open value stands</Heading>
      <AutoGrid columnWidth={320} flexible={true} gap="md">
        {view.charts.map(({ field, title, bars }) => (
          <Flex key={field} direction="column" gap="xs">
            <BarChart
              data={bars.map(({ answer, value }) => ({ answer, thousands: value / 1_000 }))}
              axes={{
                x: { field: 'answer', fieldType: 'category', label: 'Answer' },
                y: { field: 'thousands', fieldType: 'linear', label: `${account.homeCurrency} thousand` },
              }}
              options={{ title, showTooltips: true }}
            />
            <Accordion title="In figures" size="xs">
              {bars.map(({ answer, text }) => (
                <Text key={answer} variant="microcopy">{`${answer}: ${text}`}</Text>
              ))}
            </Accordion>
          </Flex>
        ))}
      </AutoGrid>

      <Heading>What we do not know yet</Heading>
      <Text>{view.asking}</Text>
      <AutoGrid columnWidth={420} flexible={true} gap="md">
        <LinesTable
          lines={view.byQuestion}
          columns={[
            { head: 'Question', of: ({ question }) => question, isWide: true },
            { head: 'Answer missing', of: ({ missing }) => missing, align: 'right' },
            { head: 'Best question on', of: ({ deals: size }) => size, align: 'right' },
            { head: 'Worth asking', of: ({ worth }) => worth, align: 'right' },
          ]}
        />
        {view.byOwner.length > 0 && (
          <LinesTable
            lines={view.byOwner}
            columns={[
              { head: 'Owner', of: ({ owner }) => owner, isWide: true },
              { head: 'Deals to ask on', of: ({ deals: size }) => size, align: 'right' },
              { head: 'Worth asking', of: ({ worth }) => worth, align: 'right' },
            ]}
          />
        )}
      </AutoGrid>

      <Heading>Trades with the largest expected gain</Heading>
      {view.trades.length === 0 ? (
        <Text>None: no scored deal has a trade worth making.</Text>
      ) : (
        <LinesTable
          portalId={account.portalId}
          lines={view.trades}
          columns={[
            { head: 'Trade', of: ({ bestTrade }) => bestTrade },
            { head: 'Amount', of: ({ value }) => value, align: 'right' },
            { head: 'Expected gain', of: ({ expectedGain }) => expectedGain, align: 'right' },
          ]}
        />
      )}
    </Flex>
  );
}
