import { useState } from 'react';
import {
  Button,
  Flex,
  hubspot,
  MultiSelect,
  Select,
  Text,
  useExtensionActions,
  useExtensionContext,
} from '@hubspot/ui-extensions';

/** Stands for options an extension has not got yet, of a back end that answers null. */
const none = null as never;

function BulkAction() {
  const { crm, location } = useExtensionContext<'crm.bulkActions'>();
  const actions = useExtensionActions<'crm.bulkActions'>();
  const [answer, setAnswer] = useState('');
  const ask = (url: string) => {
    const asking = hubspot.fetch(url, { method: 'POST', body: { ids: crm.objectIds.length } });
    asking.then(
      async (response) => {
        setAnswer(`${response.status} ${await response.text()}`);
      },
      (error: unknown) => {
        setAnswer(String(error));
      },
    );
  };
  return (
    <Flex direction="column" gap="small">
      <Text>{`For ${crm.objectIds.length} of ${crm.objectTypeId} at ${location}`}</Text>
      <Text>{`Ids ${[...crm.objectIds].sort((a, b) => a - b).join()}`}</Text>
      <Text>{`Actions ${Object.keys(actions).sort().join()}`}</Text>
      <Select label="Nothing yet" options={none} />
      <MultiSelect label="Nothing at all" options={none} value={none} name="nothing" />
      <Button
        onClick={() => {
          ask('https://back-end.example/scores?of=deals');
        }}
      >
        Ask the back end
      </Button>
      <Button
        onClick={() => {
          ask('https://elsewhere.example/');
        }}
      >
        Ask somebody else
      </Button>
      <Text>{`Answer ${answer}`}</Text>
    </Flex>
  );
}

hubspot.extend<'crm.bulkActions'>(() => <BulkAction />);
