import { accountKey, accountSchema, expeditePipeline, listedAdditions } from '@deal-terms/core/crm';
import type { Account } from '@deal-terms/core/crm';
import type { ExistingPipeline } from '../../serverless/ports/schema-port.ts';
import type { Installed } from './installed.ts';
import { findPipeline, planPipeline, stageIds, storedAccount } from './pipeline-plan.ts';
import type { Plan, Step } from './plan.ts';
import { planLedger, planSet } from './set-plan.ts';

/**
 * What is missing or has changed. What people added beside it is left alone.
 *
 * @param installed - what is there
 */
export function planInstallation(installed: Installed): Plan {
  const pipeline = planPipeline(installed);
  const parts = [...installed.sets.map(planSet), pipeline, planLedger(installed.ledger)];
  const createsStages = pipeline.steps.some(({ changes }) => changes.some(({ change }) => change === 'create'));
  return {
    steps: [...parts.flatMap(({ steps }) => steps), ...accountSteps(installed, createsStages)],
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
  };
}

/** The entry functions find the account's facts in; written last, so that what it says is there is there. */
function accountSteps(installed: Installed, createsStages: boolean): Step[] {
  const { accountEntry } = installed;
  const stored = storedAccount(accountEntry?.body ?? null);
  const { ours } = findPipeline(installed);
  const isCurrent = stored !== null && ours !== null && sameFacts(stored, factsOf(installed, ours, stored));
  if (!createsStages && isCurrent && !saysMore(accountEntry?.body)) return [];
  const apply: Step['apply'] = async ({ schema, ledger }, writtenAt) => {
    // Stages that were just created have ids only HubSpot knows.
    const pipelines = createsStages ? await schema.pipelines(expeditePipeline.objectType) : installed.pipelines;
    const body = JSON.stringify(factsOf(installed, findPipeline({ pipelines, accountEntry }).ours, stored));
    await ledger.putEntry({ key: accountKey, kind: 'account', body, author: 'crm:install', writtenAt });
    return 1;
  };
  const [change, does] =
    accountEntry === null
      ? (['create', 'wrote the account entry'] as const)
      : (['update', 'brought the account entry up to date'] as const);
  const { portalId, timeZone, homeCurrency } = installed.details;
  return [
    {
      changes: [
        {
          change,
          what: 'ledger entry',
          name: 'account',
          detail: `${portalId}, ${timeZone}, ${homeCurrency}, ids of pipeline and stages`,
        },
      ],
      does,
      scopes: ['crm.objects.custom.write'],
      apply,
    },
  ];
}

function factsOf({ details }: Installed, pipeline: ExistingPipeline | null, stored: Account | null): Account {
  const { hasPolicy, hasLongCode } = stored ?? {};
  const facts = {
    ...details,
    additions: [...listedAdditions],
    ...(hasPolicy === undefined ? {} : { hasPolicy }),
    ...(hasLongCode === undefined ? {} : { hasLongCode }),
  };
  return pipeline === null ? facts : { ...facts, expedite: stageIds(pipeline, stored?.expedite) };
}

/** Whether an entry says what nobody reads any more. */
function saysMore(body: string | null | undefined): boolean {
  const said = Object.keys(JSON.parse(body ?? '{}') as object);
  return said.some((name) => !(name in accountSchema.shape));
}

function sameFacts(a: Account, b: Account): boolean {
  const inOrder = ({ portalId, timeZone, homeCurrency, additions = [], expedite }: Account) => [
    portalId,
    timeZone,
    homeCurrency,
    additions,
    expedite?.pipelineId,
    Object.entries(expedite?.stages ?? {}).sort(),
  ];
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}
