import { Flex, LoadingButton } from '@hubspot/ui-extensions';
import type { ExpediteDecision } from '@deal-terms/core/expedite';

export type DecisionAction = ExpediteDecision['action'];

type DecisionButtonsProps = {
  readonly actions: readonly DecisionAction[];
  readonly isSending: boolean;
  readonly canDo: (action: DecisionAction) => boolean;
  readonly onDecide: (action: DecisionAction) => void;
};

const labels: Record<DecisionAction, string> = {
  accept: 'Accept',
  counter: 'Counter',
  decline: 'Decline',
  confirm: 'The customer has ordered',
  ship: 'Shipped',
  correct: 'Correct the cost',
  unship: 'It has not shipped',
  release: 'Take the promise back',
};

/** What can be decided now, the likeliest first. */
export function DecisionButtons({ actions, isSending, canDo, onDecide }: DecisionButtonsProps) {
  return (
    <Flex direction="row" gap="sm" wrap={true} align="center">
      {actions.map((action, place) => (
        <LoadingButton
          key={action}
          variant={place === 0 ? 'primary' : 'secondary'}
          loading={isSending}
          disabled={!canDo(action)}
          onClick={() => {
            onDecide(action);
          }}
        >
          {labels[action]}
        </LoadingButton>
      ))}
    </Flex>
  );
}
