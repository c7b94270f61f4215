import { Alert, Box, Button, Dropdown, Flex, Text } from '@hubspot/ui-extensions';
import { demibold } from '../../shared/text-formats.ts';
import type { SaveStatus } from './save-status.ts';
import { stepLabels } from './steps.ts';
import type { Step } from './steps.ts';
import { stripLines } from './strip-lines.ts';
import type { StripView } from './strip-basis.ts';

type NegotiationStripProps = {
  readonly view: StripView;
  readonly status: SaveStatus;
  readonly onStep: (step: Step) => void;
  readonly onStatusAction: (action: NonNullable<SaveStatus['action']>) => void;
};

const alertVariants = {
  danger: 'danger',
  warning: 'warning',
  info: 'info',
  success: 'success',
  default: 'info',
} as const;
const statusLabels = { undo: 'Undo', retry: 'Try again', refresh: 'Refresh score' } as const;

/** Where the negotiation stands, what to do next with one button (or the answers to a question), and whether everything is stored. As high in every state. A button that is switched off loses the focus: a second click while a step is under way does nothing instead. */
export function NegotiationStrip({ view, status, onStep, onStatusAction }: NegotiationStripProps) {
  const { headline, gap, details, spare } = stripLines(view.headline, view.details);
  const [next, ...answers] = view.steps.slice(0, view.buttons);
  const others = view.steps.slice(view.buttons);
  const { action } = status;
  return (
    <Flex direction="column" gap="xs">
      <Alert title={view.tag.label} variant={alertVariants[view.tag.tone]}>
        {headline.map((line, index) => (
          <Text key={index} format={demibold} truncate={true}>
            {line}
          </Text>
        ))}
        <EmptyLines size={gap} />
        {details.map((line, index) => (
          <Text key={index} truncate={true}>
            {line}
          </Text>
        ))}
        <EmptyLines size={spare} />
      </Alert>
      <Flex direction="row" gap="xs" align="center" wrap={true}>
        {[next, ...answers].map((step, place) => (
          <Button
            key={place}
            size="sm"
            variant={place === 0 ? 'primary' : 'secondary'}
            disabled={step === undefined}
            onClick={() => {
              if (step !== undefined) onStep(step);
            }}
          >
            {step === undefined ? 'Nothing to do' : stepLabels[step]}
          </Button>
        ))}
        <Dropdown buttonText="More" buttonSize="xs" variant="transparent" disabled={others.length === 0}>
          {others.map((step) => (
            <Dropdown.ButtonItem
              key={step}
              onClick={() => {
                onStep(step);
              }}
            >
              {stepLabels[step]}
            </Dropdown.ButtonItem>
          ))}
        </Dropdown>
      </Flex>
      <Flex direction="row" gap="xs" align="center" justify="between">
        <Box flex={1}>
          <Text variant="microcopy" truncate={true}>
            {status.text}
          </Text>
        </Box>
        <Button
          size="xs"
          variant="transparent"
          disabled={action === null}
          onClick={() => {
            if (action !== null) onStatusAction(action);
          }}
        >
          {statusLabels[action ?? 'undo']}
        </Button>
      </Flex>
    </Flex>
  );
}

/** Lines that hold a space, which takes their place. */
function EmptyLines({ size }: { readonly size: number }) {
  return (
    <>
      {Array.from({ length: size }, (_, index) => (
        <Text key={index}>{'\u00a0'}</Text>
      ))}
    </>
  );
}
