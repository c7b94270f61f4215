import { Alert, Button, Drawer, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { objectTypeOf } from '../api/object-types.ts';
import { useExtensionScope } from '../components/extension-scope.ts';
import { useCrmRecord } from './crm-data.ts';
import { Loaded } from './Loaded.tsx';

/** The record an action is about. */
export type ActionTarget = { readonly objectTypeId: string; readonly objectId: number };

/** What an action of HubSpot opens over the page. */
export type ActionPanelContent =
  | { readonly kind: 'note' | 'task' | 'meeting'; readonly target: ActionTarget }
  | { readonly kind: 'email'; readonly target: ActionTarget; readonly subject: string; readonly body: string }
  | { readonly kind: 'new record'; readonly objectTypeId: string }
  | { readonly kind: 'elsewhere'; readonly what: string };

const titles = {
  note: 'Note',
  task: 'Task',
  meeting: 'Schedule a meeting',
  email: 'New email',
  'new record': 'New record',
  elsewhere: 'In HubSpot',
} as const;

type ActionPanelProps = {
  readonly content: ActionPanelContent;
  readonly onClose: () => void;
  readonly onError: (message: string) => void;
};

/** HubSpot's own editors as far as the workbench has what they write: notes, tasks and records. Nothing is sent from here. */
export function ActionPanel({ content, onClose, onError }: ActionPanelProps) {
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={titles[content.kind]}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Content content={content} onClose={onClose} onError={onError} />
    </Drawer>
  );
}

function Content({ content, onClose, onError }: ActionPanelProps) {
  switch (content.kind) {
    case 'note':
    case 'task':
      return <ActivityForm kind={content.kind} target={content.target} onClose={onClose} onError={onError} />;
    case 'email':
      return <EmailForm {...content} onClose={onClose} />;
    case 'meeting':
      return <NothingSent>HubSpot opens its calendar here, for the people of the record.</NothingSent>;
    case 'new record':
      return <NewRecordForm objectTypeId={content.objectTypeId} onClose={onClose} onError={onError} />;
    case 'elsewhere':
      return <NothingSent>{content.what}</NothingSent>;
  }
}

function NothingSent({ children }: { readonly children: ReactNode }) {
  return (
    <Alert color="gray" title="Not on the workbench">
      {children}
    </Alert>
  );
}

type EmailFormProps = Extract<ActionPanelContent, { readonly kind: 'email' }> & { readonly onClose: () => void };

function EmailForm({ target, subject, body, onClose }: EmailFormProps) {
  const data = useCrmRecord(target, objectTypeOf(target.objectTypeId)?.path === 'contacts' ? ['email'] : []);
  return (
    <Loaded data={data}>
      {({ records: [record] }) => (
        <Stack gap="sm">
          <TextInput label="To" defaultValue={record?.properties['email'] ?? ''} />
          <TextInput label="Subject" defaultValue={subject} />
          <Textarea label="Message" defaultValue={body} autosize minRows={8} />
          <Text size="xs">
            HubSpot sends this from the mailbox of whoever is signed in. The workbench sends nothing.
          </Text>
          <Button onClick={onClose}>Discard</Button>
        </Stack>
      )}
    </Loaded>
  );
}

type ActivityFormProps = Omit<ActionPanelProps, 'content'> & {
  readonly kind: 'note' | 'task';
  readonly target: ActionTarget;
};

function ActivityForm({ kind, target, onClose, onError }: ActivityFormProps) {
  const { crm } = useExtensionScope();
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const save = async () => {
    const at = new Date().toISOString();
    const properties: Record<string, string> =
      kind === 'note'
        ? { hs_note_body: text, hs_timestamp: at }
        : { hs_task_subject: subject, hs_task_body: text, hs_timestamp: at, hs_task_status: 'NOT_STARTED' };
    try {
      const { id } = await crm.api.create(`${kind}s`, properties);
      await crm.api.associate(`${kind}s`, id, objectTypeOf(target.objectTypeId)?.path ?? '', String(target.objectId));
      crm.record?.refresh();
      onClose();
    } catch (error) {
      onError(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Stack gap="sm">
      {kind === 'task' && (
        <TextInput label="Title" value={subject} onChange={(event) => setSubject(event.currentTarget.value)} />
      )}
      <Textarea
        label={kind === 'note' ? 'Note' : 'Description'}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={5}
      />
      <Button disabled={(kind === 'note' ? text : subject).trim() === ''} onClick={() => void save()}>
        {kind === 'note' ? 'Save note' : 'Save task'}
      </Button>
    </Stack>
  );
}

type NewRecordFormProps = Omit<ActionPanelProps, 'content'> & { readonly objectTypeId: string };

function NewRecordForm({ objectTypeId, onClose, onError }: NewRecordFormProps) {
  const { crm, recordHref, navigate } = useExtensionScope();
  const type = objectTypeOf(objectTypeId);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  if (type === null) return <NothingSent>HubSpot asks for the new record’s properties here.</NothingSent>;
  const create = async () => {
    try {
      const { id } = await crm.api.create(type.path, values);
      onClose();
      navigate(recordHref(type.typeId, id));
    } catch (error) {
      onError(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Stack gap="sm">
      {type.nameProperties.map((name) => (
        <TextInput
          key={name}
          label={name}
          value={values[name] ?? ''}
          onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
        />
      ))}
      <Button onClick={() => void create()}>Create {type.singular.toLowerCase()}</Button>
    </Stack>
  );
}
