import { useState } from 'react';
import { Button, hubspot, Text } from '@hubspot/ui-extensions';

function Bomb(): never {
  throw new Error('The bomb went off.');
}

function FaultyCard() {
  const [isArmed, arm] = useState(false);
  const [note, setNote] = useState('untouched');
  return (
    <>
      <Text>{`Faulty card, ${note}`}</Text>
      <Button
        onClick={() => {
          arm(true);
        }}
      >
        Throw while rendering
      </Button>
      <Button
        onClick={() => {
          for (let turns = 0; ; turns += 1) Object.assign(globalThis, { turns });
        }}
      >
        Hang
      </Button>
      <Button
        onClick={() => {
          void (async () => {
            await Promise.resolve();
            try {
              await globalThis.fetch('/deals');
            } catch (error) {
              setNote(String(error));
            }
          })();
        }}
      >
        Fetch
      </Button>
      {isArmed && <Bomb />}
    </>
  );
}

hubspot.extend<'crm.record.tab'>(() => <FaultyCard />);
