import { useState } from 'react';
import {
  Alert,
  Button,
  Flex,
  Heading,
  Link,
  LoadingButton,
  LoadingSpinner,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { proposePolicyReplySchema, proposePolicyUid } from '@deal-terms/core/contracts';
import type { Failure } from '@deal-terms/core/contracts';
import type { Account, PolicyInForce } from '@deal-terms/core/crm';
import type { AnsweredOffer } from '@deal-terms/core/learning';
import type { Reader } from '@deal-terms/core/words';
import { actorName } from '../shared/actor-name.ts';
import { callForPage } from '../shared/call-function.ts';
import { LinesTable } from '../shared/LinesTable.tsx';
import { failureView } from '../shared/failure-view.ts';
import { instantInWords } from '../shared/reader.ts';
import { changeLine, proposalOf, tooFew } from './learning-words.ts';
import { useProposal } from './use-proposal.ts';

type ProposalsProps = {
  readonly offers: readonly AnsweredOffer[];
  readonly policy: PolicyInForce;
  readonly account: Account;
  /** Version of the policy the first of them was made under. */ readonly firstVersion: number;
  readonly reader: Reader;
};

type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Changes to the policy that the answers suggest; nothing comes into force here. */
export function Proposals({ offers, policy, account, firstVersion, reader }: ProposalsProps) {
  const { user } = useExtensionContext<'pages'>();
  const proposal = useProposal(offers, policy, firstVersion);
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const heading = <Heading>Suggested changes</Heading>;
  if (proposal === null)
    return (
      <Flex direction="column" gap="sm">
        {heading}
        <LoadingSpinner label="Weighing the answers" showLabel={true} />
      </Flex>
    );
  if (proposal.kind === 'too_few')
    return (
      <Flex direction="column" gap="sm">
        {heading}
        <Text>{tooFew(proposal.answers, reader)}</Text>
      </Flex>
    );
  const { changes, answers } = proposal;
  if (changes.length === 0)
    return (
      <Flex direction="column" gap="sm">
        {heading}
        <Text>None: the policy already says what the answers say.</Text>
      </Flex>
    );
  const send = (replaces: string | null) => {
    setSending({ kind: 'sending' });
    void callForPage(
      proposePolicyUid,
      { proposal: proposalOf(changes, answers), by: actorName(user), replaces },
      proposePolicyReplySchema,
    ).then((reply) => {
      setSending(reply.ok ? { kind: 'sent' } : { kind: 'failed', failure: reply });
    });
  };
  return (
    <Flex direction="column" gap="sm">
      {heading}
      <Text>
        Each figure is drawn from what the policy said when the first of these offers was made, toward what customers
        answered, the further the more of them there are. Only what was offered is answered: of customers nobody made an
        offer to this says nothing, and answers that seldom lead to an offer look rarer than they are.
      </Text>
      <LinesTable
        lines={changes.map((change) => changeLine(change, reader))}
        columns={[
          { head: 'Setting', of: ({ setting }) => setting },
          { head: 'In force', of: ({ now }) => now },
          { head: 'Proposed', of: ({ proposed }) => proposed },
          { head: 'Answers', of: ({ answers: behind }) => behind, align: 'right' },
        ]}
      />
      <Flex direction="row" gap="sm" align="center" wrap={true}>
        <LoadingButton
          variant="primary"
          loading={sending.kind === 'sending'}
          onClick={() => {
            send(null);
          }}
        >
          Fill them into the settings
        </LoadingButton>
        <Text variant="microcopy" inline={true}>
          Nothing changes until somebody with the approval code saves the settings.
        </Text>
      </Flex>
      {sending.kind === 'sent' && (
        <Alert title="They are filled in" variant="success">
          <Link href="/app/settings">Open the settings</Link> to look at them and to save. In HubSpot they are under
          Settings, Connected apps, Strategic Deal Terms.
        </Alert>
      )}
      {sending.kind === 'failed' && sending.failure.pending === undefined && (
        <Alert title={failureView(sending.failure).title} variant="danger">
          {failureView(sending.failure).text}
        </Alert>
      )}
      {sending.kind === 'failed' && sending.failure.pending !== undefined && (
        <WaitingProposal
          by={sending.failure.pending.by}
          at={instantInWords(sending.failure.pending.at, account, reader.locale)}
          onReplace={() => {
            send(sending.failure.pending?.at ?? null);
          }}
        />
      )}
    </Flex>
  );
}

/** Somebody else's proposal waits: it goes only when that is what is wanted. */
function WaitingProposal({
  by,
  at,
  onReplace,
}: {
  readonly by: string;
  readonly at: string;
  readonly onReplace: () => void;
}) {
  return (
    <Flex direction="column" gap="xs">
      <Alert title="Another proposal is waiting" variant="warning">
        {`${by} proposed settings on ${at}, and nobody has looked at them yet. `}
        <Link href="/app/settings">Look at them in the settings</Link>
        {`, or put yours in their place: then ${by}’s are gone.`}
      </Alert>
      <Flex direction="row">
        <Button size="sm" variant="destructive" onClick={onReplace}>
          {`Replace ${by}’s proposal`}
        </Button>
      </Flex>
    </Flex>
  );
}
