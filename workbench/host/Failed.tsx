import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** Says what could not be loaded, why, and offers to try again. */
export function Failed({
  what,
  message,
  onRetry,
}: {
  readonly what: string;
  readonly message: string;
  readonly onRetry: () => void;
}) {
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={what} role="alert">
      <Text size="sm" mb="sm">
        {message}
      </Text>
      <Button size="xs" variant="outline" color="red.8" onClick={onRetry}>
        Try again
      </Button>
    </Alert>
  );
}
