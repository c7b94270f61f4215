import { Alert, Button, Flex, LoadingSpinner, Text, TextArea, Tile } from '@hubspot/ui-extensions';
import { CrmActionButton } from '@hubspot/ui-extensions/crm';
import { CopyButton } from '../../shared/CopyButton.tsx';
import { FailedCall } from '../../shared/Failed.tsx';
import { demibold } from '../../shared/text-formats.ts';
import type { MessageState, WrittenKind } from './use-message.ts';

type MessagePanelProps = {
  readonly state: MessageState;
  /** What is to be done once it is said or sent; null where nothing is. */
  readonly next: { readonly label: string; readonly isApproval: boolean; readonly onClick: () => void } | null;
  readonly isSending: boolean;
  /** Whether HubSpot opens its own e-mail window from here: it does in the middle of a record. */
  readonly opensEmail: boolean;
  readonly onRetry: () => void;
  readonly onLeaveWhyOut: () => void;
  readonly onClose: () => void;
};

/** HubSpot's id of contacts. */
const contactObjectType = '0-1';

const titles: Record<WrittenKind, { readonly copied: string; readonly shown: string; readonly use: string }> = {
  offer: { copied: 'E-mail copied', shown: 'E-mail', use: 'Sent or said it? Then record it.' },
  agreed: {
    copied: 'Terms copied: paste them into the quote.',
    shown: 'Terms for the quote',
    use: 'You can send them to the customer as a confirmation too.',
  },
};

const firstApproved = 'It goes beyond what you may give alone: send it once it is approved.';

/** Words for the customer: an offer to say and to send, or what was agreed; and what comes after. */
export function MessagePanel({
  state,
  next,
  isSending,
  opensEmail,
  onRetry,
  onLeaveWhyOut,
  onClose,
}: MessagePanelProps) {
  if (state.kind === 'none' || state.kind === 'composing')
    return <LoadingSpinner label="Writing the e-mail" showLabel={true} />;
  if (state.kind === 'failed') return <FailedCall failure={state.failure} retry={onRetry} />;
  const { message, contact } = state.composed;
  const { email, say, quoted } = message;
  const { copied, shown, use } = titles[state.kind];
  const text = email === null ? '' : `${email.subject}\n\n${email.body}`;
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs">
        <Alert
          title={state.isCopied ? copied : shown}
          variant={state.isCopied ? 'success' : 'info'}
        >{`${contact?.email == null ? 'The deal has no contact with an e-mail address.' : `For ${contact.email}.`} ${next?.isApproval === true ? firstApproved : use}`}</Alert>
        {say !== null && <Text format={demibold}>{`Say: ${say}`}</Text>}
        {quoted !== null && <Text variant="microcopy">It quotes the customer: read it before you send it.</Text>}
        {email !== null && <TextArea name="email" label={email.subject} rows={8} readOnly={true} value={email.body} />}
        <Flex direction="row" gap="xs" wrap={true} align="center">
          {next !== null && (
            <Button variant="primary" size="sm" disabled={isSending} onClick={next.onClick}>
              {next.label}
            </Button>
          )}
          {opensEmail && email !== null && contact !== null && contact.email !== null && (
            <CrmActionButton
              actionType="SEND_EMAIL"
              actionContext={{
                objectTypeId: contactObjectType,
                objectId: Number(contact.id),
                initialEmailSubject: email.subject,
                initialEmailBody: email.body,
              }}
              size="sm"
              variant="secondary"
            >
              Write it in HubSpot
            </CrmActionButton>
          )}
          {email !== null && <CopyButton label="Copy again" text={() => text} />}
          {quoted !== null && (
            <Button variant="secondary" size="sm" onClick={onLeaveWhyOut}>
              Leave their words out
            </Button>
          )}
          <Button variant="transparent" size="sm" onClick={onClose}>
            Close
          </Button>
        </Flex>
      </Flex>
    </Tile>
  );
}
