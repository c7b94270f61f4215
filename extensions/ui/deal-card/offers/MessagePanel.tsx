import { Alert, Button, Flex, LoadingSpinner, Text, TextArea, Tile } from '@hubspot/ui-extensions';
import { CopyButton } from '../../shared/CopyButton.tsx';
import { FailedCall } from '../../shared/Failed.tsx';
import { demibold } from '../../shared/text-formats.ts';
import type { MessageState } from './use-message.ts';

type MessagePanelProps = {
  readonly state: MessageState;
  /** Null where the offer is on record already, or needs an approval first. */
  readonly onRecord: (() => void) | null;
  readonly isSending: boolean;
  readonly onRetry: () => void;
  readonly onClose: () => void;
};

/** The offer in words for the customer: to say and to send; and, once it is said, to record. */
export function MessagePanel({ state, onRecord, isSending, onRetry, onClose }: MessagePanelProps) {
  if (state.kind === 'none' || state.kind === 'composing')
    return <LoadingSpinner label="Writing the e-mail" showLabel={true} />;
  if (state.kind === 'failed') return <FailedCall failure={state.failure} retry={onRetry} />;
  const { message, contact } = state.composed;
  const { email, say } = message;
  const text = email === null ? '' : `${email.subject}\n\n${email.body}`;
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs">
        <Alert
          title={state.isCopied ? 'E-mail copied' : 'E-mail'}
          variant={state.isCopied ? 'success' : 'info'}
        >{`${contact?.email == null ? 'The deal has no contact with an address.' : `For ${contact.email}.`} Sent or said it? Then record it.`}</Alert>
        {say !== null && <Text format={demibold}>{`Say: ${say}`}</Text>}
        {email !== null && <TextArea name="email" label={email.subject} rows={8} readOnly={true} value={email.body} />}
        <Flex direction="row" gap="xs" wrap={true} align="center">
          {onRecord !== null && (
            <Button variant="primary" size="sm" disabled={isSending} onClick={onRecord}>
              Record as offered
            </Button>
          )}
          {email !== null && <CopyButton label="Copy again" text={() => text} />}
          <Button variant="transparent" size="sm" onClick={onClose}>
            Close
          </Button>
        </Flex>
      </Flex>
    </Tile>
  );
}
