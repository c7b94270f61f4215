import { useMemo, useState } from 'react';
import { AutoGrid, Divider, Flex, Heading, Link, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { pipelineInsights, themeInsights } from '@deal-terms/core/insights';
import type { InsightDeal, ThemeDeal } from '@deal-terms/core/insights';
import { themeName } from '@deal-terms/core/themes';
import { count } from '@deal-terms/core/words';
import { accountNames } from '../shared/account-names.ts';
import { companiesAtOnce, CompanyNames } from '../shared/CompanyNames.tsx';
import { CopyButton } from '../shared/CopyButton.tsx';
import { FailedCall } from '../shared/Failed.tsx';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { dateInWords, readerOf } from '../shared/reader.ts';
import { FoldingTable } from '../shared/FoldingTable.tsx';
import { nameWithCompany } from '../shared/deal-name.ts';
import { recordAddress } from '../shared/record-address.ts';
import { noPicks } from './agenda.ts';
import { Bars } from './Bars.tsx';
import { decisionLines } from './decision-lines.ts';
import { insightsCsv, insightsMinutes } from './insights-minutes.ts';
import { insightsLines } from './insights-lines.ts';
import type { InsightsLines } from './insights-lines.ts';
import { MeetingView } from './MeetingView.tsx';
import { openingSentences } from './sentences.ts';
import { themeLines } from './theme-lines.ts';
import { ThemeList } from './ThemeList.tsx';
import { ThemesView } from './ThemesView.tsx';
import type { Meeting } from './use-meeting.ts';

type InsightsViewProps = {
  /** Open ones. */
  readonly deals: readonly InsightDeal[];
  /** With words or a theme, open and closed. */
  readonly themeDeals: readonly ThemeDeal[];
  /** How many open deals have words or a theme that are not among them. */
  readonly unreadWhys: number;
  readonly meeting: Meeting;
  readonly opened: OpenedBoard;
  readonly locale: string;
};

/** What deals say together, for a screen, for the minutes and for the meeting. */
export function InsightsView({ deals, themeDeals, unreadWhys, meeting, opened, locale }: InsightsViewProps) {
  const { account, today } = opened;
  const names = useMemo(() => accountNames(opened), [opened]);
  const insights = useMemo(() => pipelineInsights(deals), [deals]);
  const [companies, setCompanies] = useState<Companies>({ names: new Map(), industries: new Map() });
  const [picks, setPicks] = useState(noPicks);
  const words = { account, names, companyNames: companies.names, locale };
  const reader = readerOf(locale, account.homeCurrency);
  const view = insightsLines(insights, words);
  const mentioned = [...insights.trades, ...insights.whys];
  const unknown = [...new Set([...mentioned, ...themeDeals].map(({ companyId }) => companyId))]
    .filter((id) => id !== '' && !companies.names.has(id))
    .slice(0, companiesAtOnce);
  const table = meeting.kind === 'ready' ? meeting.opened : null;
  const byTheme = useMemo(
    () =>
      table === null
        ? []
        : themeInsights(themeDeals, { industries: companies.industries, record: table.record, today: table.today }),
    [themeDeals, companies.industries, table],
  );
  const lines = table === null ? [] : themeLines(byTheme, table.themes.themes, words);
  const dealNames = new Map(themeDeals.map(({ dealId, dealName }) => [dealId, dealName]));
  const decisions =
    table === null
      ? []
      : decisionLines(table.record, table.tasks, table.today, {
          theme: (id) => themeName(table.themes.themes, id),
          deal: (id) => dealNames.get(id) ?? `deal ${id}`,
          owner: names.owner,
          locale,
        });
  const dealsWithWhy = themeDeals.filter(({ state, why }) => state === 'open' && why !== null).length + unreadWhys;
  const opening = table === null ? [] : openingSentences({ insights, dealsWithWhy, themes: lines, decisions }, reader);
  return (
    <Flex direction="column" gap="md">
      {unknown.length > 0 && (
        <CompanyNames
          key={unknown.join()}
          ids={unknown}
          onRead={(read, industries) => {
            setCompanies((before) => ({
              names: new Map([...before.names, ...read]),
              industries: new Map([...before.industries, ...industries]),
            }));
          }}
        />
      )}
      {opening.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      <Flex direction="row" gap="sm" wrap={true}>
        {table !== null && (
          <CopyButton
            label="Copy for the minutes"
            text={() => insightsMinutes({ ...view, opening, themes: lines }, dateInWords(today, locale))}
          />
        )}
        <CopyButton label="Copy these deals as CSV" text={() => insightsCsv(mentioned, words)} />
      </Flex>
      {meeting.kind === 'loading' && <LoadingSpinner label="Reading the themes" showLabel={true} layout="centered" />}
      {meeting.kind === 'failed' && <FailedCall failure={meeting.failure} retry={meeting.retry} />}
      {meeting.kind === 'ready' && (
        <>
          <ThemesView lines={lines} picks={picks} onPick={setPicks} portalId={account.portalId} />
          {unreadWhys > 0 && (
            <Text variant="microcopy">{`And ${count(unreadWhys, reader)} more ${unreadWhys === 1 ? 'deal' : 'deals'} with customers’ words, with a smaller expected gain.`}</Text>
          )}
          <ThemeList themes={meeting.opened.themes.themes} onChange={meeting.changeThemes} />
          <Divider />
          <MeetingView
            meeting={meeting}
            lines={lines}
            decisions={decisions}
            opening={opening}
            names={names}
            today={dateInWords(today, locale)}
            picks={picks}
            onPick={setPicks}
          />
          <Divider />
        </>
      )}
      <Figures view={view} portalId={account.portalId} />
    </Flex>
  );
}

type Companies = { readonly names: ReadonlyMap<string, string>; readonly industries: ReadonlyMap<string, string> };

/** Where value stands, what is not known yet, and the best trades. */
function Figures({ view, portalId }: { readonly view: InsightsLines; readonly portalId: number }) {
  return (
    <>
      <Heading>Where open value stands</Heading>
      <AutoGrid columnWidth={320} flexible={true} gap="md">
        {view.charts.map(({ field, title, bars }) => (
          <Bars key={field} title={title} bars={bars.map(({ answer, ...bar }) => ({ label: answer, ...bar }))} />
        ))}
      </AutoGrid>

      <Heading>What we do not know yet</Heading>
      <Text>{view.asking}</Text>
      <AutoGrid columnWidth={320} flexible={true} gap="md">
        <FoldingTable
          items={view.byQuestion}
          keyOf={({ question }) => question}
          subject={({ question }) => <Text>{question}</Text>}
          figures={({ missing, deals: size, worth }) => [
            { label: 'Answer missing', value: missing },
            { label: 'Best question on', value: size },
            { label: 'Worth asking', value: worth },
          ]}
        />
        {view.byOwner.length > 0 && (
          <FoldingTable
            items={view.byOwner}
            keyOf={({ owner }) => owner}
            subject={({ owner }) => <Text>{owner}</Text>}
            figures={({ deals: size, worth }) => [
              { label: 'Deals to ask on', value: size },
              { label: 'Worth asking', value: worth },
            ]}
          />
        )}
      </AutoGrid>

      <Heading>Trades with the largest expected gain</Heading>
      {view.trades.length === 0 ? (
        <Text>None: no scored deal has a trade worth making.</Text>
      ) : (
        <AutoGrid columnWidth={320} flexible={true} gap="md">
          {view.trades.map(({ dealId, dealName, company, owner, value, expectedGain, bestTrade }) => (
            <Flex key={dealId} direction="column" gap="flush">
              <Link href={recordAddress(portalId, 'deal', dealId)}>{nameWithCompany(dealName, company)}</Link>
              <Text variant="microcopy">{`${owner}; ${value}, expected gain ${expectedGain}`}</Text>
              <Text>{bestTrade}</Text>
            </Flex>
          ))}
        </AutoGrid>
      )}
    </>
  );
}
