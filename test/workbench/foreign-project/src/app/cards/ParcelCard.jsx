import { useState } from 'react';
import { Button, Flex, hubspot, NumberInput, Text } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';

hubspot.extend(({ actions }) => <ParcelCard refresh={actions.refreshObjectProperties} />);

function ParcelCard({ refresh }) {
  const [weight, setWeight] = useState(2);
  const [answer, setAnswer] = useState('');
  const ship = async () => {
    try {
      const { shipped, by } = await hubspot.serverless('ship_parcel', {
        propertiesToSend: ['dealname', 'hs_object_id'],
        parameters: { weight },
      });
      setAnswer(`${shipped}, told by ${by}`);
      refresh();
    } catch (error) {
      setAnswer(`Failed: ${error.message}`);
    }
  };
  return (
    <Flex direction="column" gap="small">
      <CrmPropertyList properties={['dealname', 'description']} />
      <NumberInput name="weight" label="Weight in kilograms" value={weight} onChange={setWeight} />
      <Button onClick={ship}>Ship it</Button>
      <Text>{answer}</Text>
    </Flex>
  );
}
