import { useState } from 'react';
import {
  Button,
  Flex,
  hubspot,
  Input,
  NumberInput,
  Text,
  useExtensionActions,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';

function SimpleCard() {
  const context = useExtensionContext<'crm.record.tab'>();
  const { addAlert, refreshObjectProperties } = useExtensionActions<'crm.record.tab'>();
  const { properties, isLoading, error } = useCrmProperties(['dealname', 'amount', 'description']);
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState('');
  const [days, setDays] = useState<number>();
  const save = async () => {
    try {
      const reply = await hubspot.serverless<{ readonly saved: string }>('save_note', {
        parameters: { note, days: days ?? null },
        propertiesToSend: ['hs_object_id'],
      });
      addAlert({ type: 'success', title: 'Saved', message: reply.saved });
      refreshObjectProperties();
    } catch (failure) {
      addAlert({ type: 'danger', message: String(failure) });
    }
  };
  if (isLoading) return <Text>Reading the deal</Text>;
  if (error !== null) return <Text>{`No deal: ${error.message}`}</Text>;
  return (
    <Flex direction="column" gap="small">
      <Text>{`${properties['dealname'] ?? ''} is worth ${properties['amount'] ?? 'nothing'} to ${context.user.firstName}, object ${context.crm.objectId} of ${context.crm.objectTypeId}`}</Text>
      <Text>{`Stored: ${properties['description'] ?? 'no note'}`}</Text>
      <Input name="note" label="Note" value={note} onChange={setNote} onInput={setTyped} />
      <NumberInput name="days" label="Days" {...(days === undefined ? {} : { value: days })} onChange={setDays} />
      <Text>{`Typing ${typed}, committed ${note}, days ${days ?? 'none'}`}</Text>
      <Button
        variant="primary"
        onClick={() => {
          void save();
        }}
      >
        Save note
      </Button>
    </Flex>
  );
}

hubspot.extend<'crm.record.tab'>(() => <SimpleCard />);
