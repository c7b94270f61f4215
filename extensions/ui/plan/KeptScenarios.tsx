import { useState } from 'react';
import { Button, Checkbox, Flex, Text } from '@hubspot/ui-extensions';
import type { KeptScenario } from '@deal-terms/core/plan';
import type { Account } from '@deal-terms/core/crm';
import type { Reader } from '@deal-terms/core/words';
import { FoldingTable } from '../shared/FoldingTable.tsx';
import { instantInWords } from '../shared/reader.ts';
import { exclusionsInWords, figuresInWords } from './inputs-in-words.ts';

type KeptScenariosProps = {
  readonly kept: readonly KeptScenario[];
  /** Names of those that are compared. */
  readonly chosen: readonly string[];
  readonly isBusy: boolean;
  readonly account: Account;
  readonly reader: Reader;
  readonly onChoose: (names: readonly string[]) => void;
  readonly onOpen: (scenario: KeptScenario) => void;
  readonly onRemove: (scenario: KeptScenario) => Promise<boolean>;
};

/** The kept scenarios: which to compare, and the way to open or remove each. */
export function KeptScenarios(props: KeptScenariosProps) {
  const { kept, chosen, isBusy, account, reader, onChoose, onOpen, onRemove } = props;
  const [doomed, setDoomed] = useState<number | null>(null);
  if (kept.length === 0)
    return (
      <Text variant="microcopy">No scenario is kept yet. Change the figures above, then keep them by a name.</Text>
    );
  return (
    <FoldingTable
      items={kept}
      keyOf={({ number }) => number}
      subject={(scenario) => (
        <>
          <Checkbox
            name={`compare-${scenario.number}`}
            checked={chosen.includes(scenario.name)}
            onChange={(isChosen: boolean) => {
              onChoose(isChosen ? [...chosen, scenario.name] : chosen.filter((name) => name !== scenario.name));
            }}
          >
            {scenario.name}
          </Checkbox>
          <Text variant="microcopy">
            {[
              ...figuresInWords(scenario.inputs.figures, reader).map(({ label, value }) => `${label}: ${value}`),
              exclusionsInWords(scenario.inputs, reader),
            ].join('; ')}
          </Text>
        </>
      )}
      figures={({ by, at }) => [{ label: 'Kept by', value: by, beside: instantInWords(at, account, reader.locale) }]}
      actions={(scenario) =>
        doomed === scenario.number ? (
          <Flex direction="column" gap="xs">
            <Text variant="microcopy">{`Remove “${scenario.name}” for everybody?`}</Text>
            <Flex direction="row" gap="xs">
              <Button
                size="xs"
                variant="destructive"
                disabled={isBusy}
                onClick={() => {
                  setDoomed(null);
                  void onRemove(scenario);
                }}
              >
                Remove it
              </Button>
              <Button
                size="xs"
                onClick={() => {
                  setDoomed(null);
                }}
              >
                Keep it
              </Button>
            </Flex>
          </Flex>
        ) : (
          <Flex direction="row" gap="xs">
            <Button
              size="xs"
              onClick={() => {
                onOpen(scenario);
              }}
            >
              Open
            </Button>
            <Button
              size="xs"
              disabled={isBusy}
              onClick={() => {
                setDoomed(scenario.number);
              }}
            >
              Remove
            </Button>
          </Flex>
        )
      }
    />
  );
}
