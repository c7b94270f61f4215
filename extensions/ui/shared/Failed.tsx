import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@deal-terms/core/contracts';
import { failureView } from './failure-view.ts';

type FailedProps = {
  readonly title: string;
  readonly text: string;
  readonly reference: string | null;
  readonly retry: (() => void) | null;
};

/** What went wrong in place of what should be there, with a way to try again where that can help. */
export function Failed({ title, text, reference, retry }: FailedProps) {
  return (
    <Flex direction="column" gap="sm" align="start">
      <Alert title={title} variant="danger">
        {text}
      </Alert>
      {reference !== null && <Text variant="microcopy">Reference: {reference}</Text>}
      {retry !== null && <Button onClick={retry}>Try again</Button>}
    </Flex>
  );
}

/** As `Failed`, for an app function that did not do what it was asked. */
export function FailedCall({ failure, retry }: { readonly failure: Failure; readonly retry: () => void }) {
  const { title, text, reference, canRetry } = failureView(failure);
  return <Failed title={title} text={text} reference={reference} retry={canRetry ? retry : null} />;
}
