import { useMemo, useState } from 'react';
import {
  Alert,
  Button,
  Flex,
  Heading,
  Input,
  LoadingButton,
  LoadingSpinner,
  ProgressBar,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { isSameName, scenarioNameFault } from '@deal-terms/core/plan';
import type { KeptScenario, PlanInputs, Planner, WholePlan } from '@deal-terms/core/plan';
import type { Account } from '@deal-terms/core/crm';
import { count } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { instantInWords } from '../shared/reader.ts';
import { KeptScenarios } from './KeptScenarios.tsx';
import { ScenarioComparison } from './ScenarioComparison.tsx';
import { usePlans } from './use-plans.ts';
import { useScenarios } from './use-scenarios.ts';

type ScenariosProps = {
  readonly planner: Planner;
  readonly inputs: PlanInputs;
  /** Of these inputs; null while it is made. */
  readonly plan: WholePlan | null;
  readonly account: Account;
  readonly reader: Reader;
  readonly onOpen: (scenario: KeptScenario) => void;
  readonly onKept: (scenario: { readonly name: string; readonly inputs: PlanInputs }) => void;
};

/** Scenarios by name: keep the figures on the screen, open kept ones, and hold them against each other. */
export function Scenarios({ planner, inputs, plan, account, reader, onOpen, onKept }: ScenariosProps) {
  const { user } = useExtensionContext<'pages'>();
  const { kept, isBusy, problem, done, read, keep, remove } = useScenarios(
    `${user.firstName} ${user.lastName}`.trim() || user.email,
  );
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const compared = useMemo(() => (kept ?? []).filter(({ name }) => chosen.includes(name)), [kept, chosen]);
  const asked = useMemo(() => compared.map((scenario) => scenario.inputs), [compared]);
  const { plans, done: worked, total } = usePlans(planner, asked);
  return (
    <Flex direction="column" gap="sm">
      <Heading>Scenarios</Heading>
      {problem !== null && (
        <Alert title={problem.title} variant="danger">
          {problem.text}
        </Alert>
      )}
      {kept === null ? (
        <Unread isBusy={isBusy} read={read} />
      ) : (
        <>
          <KeepScenario
            kept={kept}
            inputs={inputs}
            isBusy={isBusy}
            account={account}
            reader={reader}
            onKeep={async (scenario, replaces) => {
              const isKept = await keep(scenario, replaces);
              if (isKept) onKept(scenario);
              return isKept;
            }}
          />
          {done !== null && <Text variant="microcopy">{done}</Text>}
          <KeptScenarios
            kept={kept}
            chosen={chosen}
            isBusy={isBusy}
            account={account}
            reader={reader}
            onChoose={setChosen}
            onOpen={onOpen}
            onRemove={remove}
          />
          {compared.length > 0 && (plans.length < compared.length || plan === null) && (
            <ProgressBar
              title="Comparing"
              value={worked}
              maxValue={Math.max(total, 1)}
              valueDescription={`${count(worked, reader)} of ${count(total, reader)} deals`}
            />
          )}
          {compared.length > 0 && plans.length === compared.length && plan !== null && (
            <ScenarioComparison
              columns={[
                { name: 'On the screen', plan },
                ...compared.map(({ name }, index) => ({ name, plan: plans[index] as WholePlan })),
              ]}
              reader={reader}
            />
          )}
        </>
      )}
    </Flex>
  );
}

function Unread({ isBusy, read }: { readonly isBusy: boolean; readonly read: () => void }) {
  return isBusy ? (
    <LoadingSpinner label="Reading the scenarios" showLabel={true} />
  ) : (
    <Flex direction="row">
      <Button onClick={read}>Read the scenarios again</Button>
    </Flex>
  );
}

type KeepScenarioProps = {
  readonly kept: readonly KeptScenario[];
  readonly inputs: PlanInputs;
  readonly isBusy: boolean;
  readonly account: Account;
  readonly reader: Reader;
  readonly onKeep: (scenario: { name: string; inputs: PlanInputs }, replaces: number | null) => Promise<boolean>;
};

/** The figures on the screen under a name; one that is taken is replaced only on a second click. */
function KeepScenario({ kept, inputs, isBusy, account, reader, onKeep }: KeepScenarioProps) {
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [replaced, setReplaced] = useState<KeptScenario | null>(null);
  const send = async (replaces: number | null) => {
    // Who has typed on meanwhile keeps what was typed.
    if (await onKeep({ name, inputs }, replaces)) setName((now) => (now === name ? '' : now));
    setReplaced(null);
  };
  const keep = () => {
    const wrong = scenarioNameFault(name);
    setFault(wrong);
    if (wrong !== null) return;
    const same = kept.find((scenario) => isSameName(scenario.name, name)) ?? null;
    if (same === null) void send(null);
    else setReplaced(same);
  };
  const type = (typed: string) => {
    setName(typed);
    setFault(null);
    setReplaced(null);
  };
  return (
    <Flex direction="column" gap="xs">
      <Flex direction="row" gap="sm" align="end" wrap={true}>
        <Input
          name="scenario-name"
          label="Keep the figures above as"
          placeholder="Bank at 12%"
          value={name}
          onInput={type}
          onChange={type}
          {...(fault === null ? {} : { error: true, validationMessage: fault })}
        />
        <LoadingButton size="sm" loading={isBusy} onClick={keep}>
          Keep scenario
        </LoadingButton>
      </Flex>
      {replaced !== null && (
        <Flex direction="row" gap="sm" align="center" wrap={true}>
          <Text>{`“${replaced.name}” is kept already, by ${replaced.by} on ${instantInWords(replaced.at, account, reader.locale)}.`}</Text>
          <Button
            size="xs"
            variant="destructive"
            disabled={isBusy}
            onClick={() => {
              void send(replaced.number);
            }}
          >
            Replace it
          </Button>
          <Button
            size="xs"
            onClick={() => {
              setReplaced(null);
            }}
          >
            Leave it
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
