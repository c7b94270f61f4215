import { useState } from 'react';
import { LoadingButton, Text, useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import { messageOwnerReplySchema, messageOwnerUid } from '@deal-terms/core/contracts';
import { actorName } from '../shared/actor-name.ts';
import { callForPage } from '../shared/call-function.ts';
import { failureView } from '../shared/failure-view.ts';

type MessageOwnerProps = { readonly dealId: string; readonly owner: string };

/** Puts the deal on its owner's list of tasks in HubSpot, once a day. */
export function MessageOwner({ dealId, owner }: MessageOwnerProps) {
  const { user } = useExtensionContext<'pages'>();
  const { addAlert } = useExtensionActions<'pages'>();
  const [isSending, setSending] = useState(false);
  const [given, setGiven] = useState<{ readonly isFirst: boolean; readonly by: string } | null>(null);
  const send = async () => {
    setSending(true);
    const reply = await callForPage(messageOwnerUid, { dealId, by: actorName(user) }, messageOwnerReplySchema);
    setSending(false);
    if (reply.ok) {
      setGiven(reply);
      return;
    }
    const { title, text } =
      reply.code === 'not_possible'
        ? { title: 'No task was made', text: 'The deal has been closed, or has no owner any more.' }
        : failureView(reply);
    addAlert({ type: 'warning', title, message: text });
  };
  if (given !== null)
    return (
      <Text variant="microcopy">
        {given.isFirst ? `Task for ${owner} made.` : `${owner} has today’s task from ${given.by} already.`}
      </Text>
    );
  return (
    <LoadingButton
      size="xs"
      variant="secondary"
      loading={isSending}
      onClick={() => {
        void send();
      }}
    >
      {`Task for ${owner}`}
    </LoadingButton>
  );
}
