import { useState } from 'react';
import { Alert, Button, Divider, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { taskDealsAtMost } from '@deal-terms/core/contracts';
import type { Failure } from '@deal-terms/core/contracts';
import { discussedAtMost } from '@deal-terms/core/meetings';
import type { AccountNames } from '../shared/account-names.ts';
import { failureView } from '../shared/failure-view.ts';
import { agendaItems, noPicks } from './agenda.ts';
import type { Picks } from './agenda.ts';
import { AgendaView } from './AgendaView.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import type { DecisionLine } from './decision-lines.ts';
import { EarlierDecisions } from './EarlierDecisions.tsx';
import type { ThemeLine } from './theme-lines.ts';
import { madeId } from './use-meeting.ts';
import type { Meeting } from './use-meeting.ts';

type MeetingViewProps = {
  readonly meeting: Extract<Meeting, { kind: 'ready' }>;
  readonly lines: readonly ThemeLine[];
  readonly decisions: readonly DecisionLine[];
  readonly opening: readonly string[];
  readonly names: AccountNames;
  /** In words. */
  readonly today: string;
  readonly picks: Picks;
  readonly onPick: (picks: Picks) => void;
};

const suggestedAtMost = 5;

/** The management table: what became of its decisions, what it talks about, what it decides. */
export function MeetingView({ meeting, lines, decisions, opening, names, today, picks, onPick }: MeetingViewProps) {
  const { opened, record } = meeting;
  const silent = lines
    .filter((line) => line.silent !== null)
    .flatMap(({ themeId }) => (themeId === null ? [] : [themeId]))
    .slice(0, suggestedAtMost);
  const dealsOf = (themeId: string) =>
    lines.find((line) => line.themeId === themeId)?.openDealIds.slice(0, taskDealsAtMost) ?? [];
  const pickedDeals = lines
    .flatMap(({ whys }) => whys)
    .filter(({ dealId }, place, all) => all.findIndex((why) => why.dealId === dealId) === place)
    .filter(({ dealId }) => picks.deals.includes(dealId));
  return (
    <Flex direction="column" gap="md">
      <EarlierDecisions
        decisions={decisions}
        onSettle={async (decisionId, outcome) => {
          const failure = await record({ action: 'settle', decisionId, outcome });
          return failure === 'no_task' ? null : failure;
        }}
      />
      <Divider />
      <Heading>Agenda</Heading>
      {silent.length > 0 && (
        <Flex direction="row">
          <Button
            size="sm"
            onClick={() => {
              onPick({ ...picks, themes: [...new Set([...picks.themes, ...silent])] });
            }}
          >
            Pick what nobody has discussed in 30 days
          </Button>
        </Flex>
      )}
      <AgendaView
        agenda={{
          title: `Management table, ${today}`,
          opening,
          earlier: decisions,
          items: agendaItems(lines, picks),
        }}
      />
      <Divider />
      <DecisionForm
        subjects={[
          ...opened.themes.themes
            .filter(({ isRetired }) => !isRetired)
            .map(({ id, name }) => ({ value: `theme:${id}`, label: name })),
          ...pickedDeals.map(({ dealId, company, dealName }) => ({
            value: `deal:${dealId}`,
            label: `${company}, ${dealName}`,
          })),
        ]}
        owners={names.owners}
        onDecide={(decided) =>
          record({
            action: 'decide',
            ...decided,
            dealIds: decided.subject.kind === 'theme' ? [...dealsOf(decided.subject.id)] : [],
          })
        }
      />
      <Closing
        picks={picks}
        onClose={async (id) => {
          const failure = await record({
            action: 'discuss',
            id,
            themes: picks.themes.slice(0, discussedAtMost),
            deals: picks.deals.slice(0, discussedAtMost),
          });
          if (failure === null) onPick(noPicks);
          return failure === 'no_task' ? null : failure;
        }}
      />
    </Flex>
  );
}

type ClosingProps = { readonly picks: Picks; readonly onClose: (id: string) => Promise<Failure | null> };

/** What was on the agenda has been talked about: it no longer stands out. */
function Closing({ picks, onClose }: ClosingProps) {
  const [id, setId] = useState(madeId);
  const [isSending, setSending] = useState(false);
  const [answer, setAnswer] = useState<Failure | 'closed' | null>(null);
  const isEmpty = picks.themes.length + picks.deals.length === 0;
  const close = async () => {
    setSending(true);
    const failure = await onClose(id);
    setSending(false);
    setAnswer(failure ?? 'closed');
    if (failure === null) setId(madeId());
  };
  return (
    <Flex direction="column" gap="xs" align="start">
      {answer !== null && answer !== 'closed' && (
        <Alert title={failureView(answer).title} variant="warning">
          {failureView(answer).text}
        </Alert>
      )}
      {answer === 'closed' && isEmpty && (
        <Text>The meeting is recorded: what was on its agenda counts as discussed.</Text>
      )}
      <Button
        size="sm"
        disabled={isEmpty || isSending}
        onClick={() => {
          void close();
        }}
      >
        {isSending ? 'Recording…' : 'Close the meeting: the agenda was discussed'}
      </Button>
    </Flex>
  );
}
