import { useMemo } from 'react';
import { Alert, Flex, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import { readPolicySettings } from '@deal-terms/core/crm';
import { readerOf } from '../shared/reader.ts';
import { CarriedOverNotice } from './CarriedOverNotice.tsx';
import { Examples } from './Examples.tsx';
import { LackingProperties } from './LackingProperties.tsx';
import { OvertakenNotice } from './OvertakenNotice.tsx';
import { PolicyHistory } from './PolicyHistory.tsx';
import { PolicySaveBar } from './PolicySaveBar.tsx';
import { settingsInForce } from './policy-session.ts';
import type { OpenedPolicy } from './policy-session.ts';
import { ProtectionNotice } from './ProtectionNotice.tsx';
import { settingGroups } from './setting-groups.ts';
import { ProposalNotice } from './ProposalNotice.tsx';
import { SettingSections } from './SettingSections.tsx';
import { problemAt, problemsOf } from './settings-draft.ts';
import { usePolicySession } from './use-policy-session.ts';

type PolicyViewProps = {
  readonly opened: OpenedPolicy;
  /** Canonical. */ readonly locale: string;
  /** Name of the viewer. */ readonly author: string;
};

/** The seller's policy: what it says, what a change would do, who changed it. */
export function PolicyView({ opened: first, locale, author }: PolicyViewProps) {
  const { session, dispatch, save } = usePolicySession(first, author);
  const { opened, draft, overtaken } = session;
  const { account, policy, owners } = opened;
  const money = useMemo(() => readerOf(locale, account.homeCurrency), [locale, account.homeCurrency]);
  const reader = { ...money, owners };
  const problems = useMemo(() => problemsOf(draft), [draft]);
  const edited = useMemo(() => {
    const read = readPolicySettings(draft.settings);
    return read.ok && Object.keys(draft.unread).length === 0 ? read.settings : null;
  }, [draft]);
  const inForce = useMemo(() => settingsInForce(opened), [opened]);
  const count = (paths: readonly string[]) => paths.filter((path) => problemAt(problems, path) !== undefined).length;
  return (
    <Flex direction="column" gap="md">
      {policy.warning === null ? (
        <Text>
          {policy.version === 0
            ? 'Nobody has saved a policy yet: the built-in one is in force. Its figures are starting points, not truths.'
            : `Version ${policy.version} is in force. It decides what reps are told to offer.`}
        </Text>
      ) : (
        <Alert
          title="Our policy needs a look"
          variant="warning"
        >{`${policy.warning} Correct what is below and save, or restore a version from the history.`}</Alert>
      )}
      <ProtectionNotice opened={opened} />
      <LackingProperties properties={opened.lackingProperties} />
      {policy.isOfVersion1 && <CarriedOverNotice settings={inForce} reader={reader} />}
      {overtaken !== null && (
        <OvertakenNotice
          overtaken={overtaken}
          account={account}
          reader={reader}
          onDecide={(paths, keep) => {
            dispatch({ type: 'decide', paths, keep });
          }}
        />
      )}
      <ProposalNotice
        session={session}
        account={account}
        locale={locale}
        onFillIn={() => {
          dispatch({ type: 'fillIn' });
        }}
      />
      <PolicySaveBar
        session={session}
        reader={reader}
        onSave={(key) => {
          void save(key);
        }}
        onDiscard={() => {
          dispatch({ type: 'discard' });
        }}
      />
      <Examples inForce={inForce} edited={edited} reader={money} />
      <Tabs variant="default" defaultSelected="cash">
        {settingGroups.map((group) => {
          const wrong = count(group.sections.flatMap(({ fields }) => fields.map(({ path }) => path)));
          return (
            <Tab
              key={group.id}
              tabId={group.id}
              title={wrong === 0 ? group.title : `${group.title} (${wrong} to correct)`}
            >
              <SettingSections
                group={group}
                draft={draft}
                problems={problems}
                reader={reader}
                onEdit={(change) => {
                  dispatch({ type: 'edit', change });
                }}
              />
            </Tab>
          );
        })}
        <Tab tabId="history" title="History">
          <PolicyHistory
            key={opened.latest}
            opened={opened}
            reader={reader}
            onRestore={(version, settings) => {
              dispatch({ type: 'restore', version, settings });
            }}
          />
        </Tab>
      </Tabs>
    </Flex>
  );
}
