import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Vocabulary } from '../api/vocabulary.ts';
import { navigate } from '../navigation.ts';
import { recordPath } from '../page-paths.ts';
import { useViewing } from '../session.tsx';

/** Makes a deal of the viewer's in the first stage, and opens it. */
export function CreateDeal({ vocabulary }: { readonly vocabulary: Vocabulary }) {
  const { api, user } = useViewing();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const [pipeline] = vocabulary.pipelines;
  const stage = [...(pipeline?.stages ?? [])].sort((one, other) => one.displayOrder - other.displayOrder)[0];
  const create = async () => {
    try {
      const { id } = await api.create('deals', {
        dealname: name.trim(),
        hubspot_owner_id: user.ownerId,
        ...(pipeline === undefined || stage === undefined ? {} : { pipeline: pipeline.id, dealstage: stage.id }),
      });
      navigate(recordPath('deals', id));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        Create deal
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title="Create deal"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Stack gap="sm">
          <TextInput label="Deal name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
          {problem !== '' && (
            <Text size="sm" c="red.8" role="alert">
              {problem}
            </Text>
          )}
          <Button disabled={name.trim() === ''} onClick={() => void create()}>
            Create
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
