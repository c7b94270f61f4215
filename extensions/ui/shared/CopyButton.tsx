import { useState } from 'react';
import { Button, Flex, Text, useExtensionActions } from '@hubspot/ui-extensions';

type CopyButtonProps = {
  readonly label: string;
  /** What to copy, made when it is asked for. */
  readonly text: () => string;
};

/** Copies a text, and says whether that worked: the browser may refuse. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const { copyTextToClipboard } = useExtensionActions<'pages'>();
  const [said, say] = useState('');
  const copy = async () => {
    try {
      await copyTextToClipboard(text());
      say('Copied.');
    } catch (error) {
      say(error instanceof Error ? error.message : 'The browser refused the clipboard.');
    }
  };
  return (
    <Flex direction="row" gap="xs" align="center">
      <Button
        size="sm"
        onClick={() => {
          void copy();
        }}
      >
        {label}
      </Button>
      {said !== '' && <Text variant="microcopy">{said}</Text>}
    </Flex>
  );
}
