import { Alert, Button, Group, List, NumberInput, Select, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Fault, Trouble } from '../../protocol.ts';
import { useTrouble } from './use-trouble.ts';

const lags = [
  { value: '0', label: 'At once' },
  { value: '2000', label: 'After 2 seconds' },
  { value: '10000', label: 'After 10 seconds' },
  { value: '60000', label: 'After a minute' },
];

/** Makes HubSpot fail the app on demand; people's own clicks are spared. */
export function TroublePanel({ isShown }: { readonly isShown: boolean }) {
  const { trouble, problem, set } = useTrouble(isShown);
  if (trouble === null)
    return problem === null ? (
      <Text size="sm">Asking the server …</Text>
    ) : (
      <Alert color="red" role="alert">
        {problem}
      </Alert>
    );
  return (
    <Stack gap="sm" component="section" aria-label="Trouble on demand">
      <Title order={3} size="h5">
        Trouble on demand
      </Title>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <Switch
        label="HubSpot’s rate limits hold"
        checked={trouble.limitsRates}
        onChange={(event) => set({ limitsRates: event.currentTarget.checked })}
      />
      <Select
        label="Search sees a change"
        data={lags}
        value={String(trouble.searchLagMs)}
        allowDeselect={false}
        onChange={(lag) => set({ searchLagMs: Number(lag) })}
      />
      <FaultForm kinds={trouble.kinds} onAdd={(fault) => set({ faults: [...trouble.faults, fault] })} />
      <Standing faults={trouble.faults} onClear={() => set({ faults: [] })} />
    </Stack>
  );
}

function FaultForm({ kinds, onAdd }: { readonly kinds: readonly string[]; readonly onAdd: (fault: Fault) => void }) {
  const [kind, setKind] = useState<string | null>(null);
  const [times, setTimes] = useState<number | string>(1);
  const add = () => {
    if (kind !== null) onAdd({ kind, ...(typeof times === 'number' ? { times } : {}) });
  };
  return (
    <Group align="end" gap="xs">
      <Select
        label="Fault"
        placeholder="Choose"
        data={kinds.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
        value={kind}
        onChange={setKind}
        w={180}
      />
      <NumberInput
        label="How often"
        description="Empty: until taken away"
        min={1}
        value={times}
        onChange={setTimes}
        w={170}
      />
      <Button onClick={add} disabled={kind === null}>
        Add
      </Button>
    </Group>
  );
}

function Standing({ faults, onClear }: { readonly faults: Trouble['faults']; readonly onClear: () => void }) {
  if (faults.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing goes wrong on purpose.
      </Text>
    );
  return (
    <Stack gap="xs">
      <List size="sm">
        {faults.map(({ kind, times, happened }, index) => (
          <List.Item
            key={index}
          >{`${kind.replaceAll('_', ' ')}, ${times === undefined ? 'until taken away' : `${times} in all`}, happened ${happened === 1 ? 'once' : `${happened} times`}`}</List.Item>
        ))}
      </List>
      <Button variant="outline" size="xs" onClick={onClear} style={{ alignSelf: 'flex-start' }}>
        Take all away
      </Button>
    </Stack>
  );
}
