import {
  messageOwnerReplySchema,
  openBoardReplySchema,
  openMeetingReplySchema,
  planScenariosReplySchema,
  proposePolicyReplySchema,
  readPolicyReplySchema,
  recordMeetingReplySchema,
  rescoreDealsReplySchema,
  savePolicyReplySchema,
  saveThemesReplySchema,
} from '@deal-terms/core/contracts';
import { defaultAppSettings } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import { defaultThemeList } from '@deal-terms/core/themes';
import { messageOwner } from '../../serverless/functions/message-owner.ts';
import { openBoard } from '../../serverless/functions/open-board.ts';
import { openMeeting } from '../../serverless/functions/open-meeting.ts';
import { planScenarios } from '../../serverless/functions/plan-scenarios.ts';
import { proposePolicy } from '../../serverless/functions/propose-policy.ts';
import { readPolicy } from '../../serverless/functions/read-policy.ts';
import { recordMeeting } from '../../serverless/functions/record-meeting.ts';
import { rescoreDeals } from '../../serverless/functions/rescore-deals.ts';
import { savePolicy } from '../../serverless/functions/save-policy.ts';
import { saveThemes } from '../../serverless/functions/save-themes.ts';
import { nowMs, runApp, startAccount } from '../serverless/account.ts';
import { startExpediteAccount } from '../serverless/expedite-account.ts';
import { startOfferAccount } from '../serverless/offer-account.ts';
import { key, prepared } from './function-call.ts';
import type { FunctionCall } from './function-call.ts';

const noRecord = () => Promise.resolve({});
const settings = (borrowingRate: number) => ({ model: { ...defaultPolicy, borrowingRate }, app: defaultAppSettings });
const grace = 'Grace Whitfield';

async function policyAccount() {
  const account = await startExpediteAccount();
  const app = runApp(account, { secrets: { POLICY_EDIT_KEY: key } });
  return { account, app };
}

/** A table that has decided something already; `parameters` of a deal that is there. Each call comes twenty seconds after the one before: by then no function of before is at work any more. */
function meetingCall(name: string, parametersFor: (dealId: string) => object): FunctionCall {
  return {
    name,
    on: 'page',
    reply: recordMeetingReplySchema,
    prepare: async () => {
      const account = await startExpediteAccount();
      const dealId = await account.promoDeal();
      await account.writeLedger('meeting/1', 'meeting', JSON.stringify({ ...decided, id: 'decision-1' }));
      let calls = 0;
      const app = runApp(account, { clock: () => nowMs + calls * 20_000 });
      const send = (_: typeof app, context: { readonly parameters: unknown }) => {
        calls += 1;
        return app.page(recordMeeting)(context);
      };
      return prepared(account, app, noRecord, send, { ...parametersFor(dealId), by: grace });
    },
  };
}

const decided = {
  type: 'decided',
  on: '2026-11-20',
  subject: { kind: 'theme', id: 'stock_outs' },
  what: 'Safety stock for promotions from March',
  ownerId: '503',
  dueOn: '2027-03-01',
  by: grace,
};

/** Functions of pages. */
export const pageCalls: readonly FunctionCall[] = [
  {
    name: 'open_board',
    on: 'page',
    reply: openBoardReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      return prepared(account, app, noRecord, (_, context) => app.page(openBoard)(context), {});
    },
  },
  {
    name: 'read_policy, a save cut off before',
    on: 'page',
    reply: readPolicyReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      await account.writeLedger(
        'policy/4',
        'policy',
        JSON.stringify({ version: 4, modelVersion: 2, model: { borrowingRate: 0.2 }, app: {} }),
      );
      return prepared(account, app, noRecord, (_, context) => app.page(readPolicy)(context), {});
    },
  },
  {
    name: 'save_policy',
    on: 'page',
    reply: savePolicyReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      return prepared(account, app, noRecord, (_, context) => app.page(savePolicy)(context), {
        key,
        basedOn: 3,
        settings: settings(0.2),
        author: 'Ann Archer',
      });
    },
  },
  {
    name: 'plan_scenarios',
    on: 'page',
    reply: planScenariosReplySchema,
    prepare: async () => {
      const account = await startAccount();
      const app = runApp(account);
      return prepared(account, app, noRecord, (_, context) => app.page(planScenarios)(context), {
        action: 'keep',
        scenario: {
          name: 'Growth',
          inputs: {
            figures: { borrowingRate: 0.09, unfundedCost: 250_000, contributionMargin: 0.2, certainty: 0.6 },
            excluded: ['301'],
            countsOverdue: false,
          },
        },
        replaces: null,
        by: 'Ann Archer',
      });
    },
  },
  {
    name: 'rescore_deals',
    on: 'page',
    reply: rescoreDealsReplySchema,
    prepare: async () => {
      const account = await startExpediteAccount();
      const dealIds = [
        await account.promoDeal(),
        await account.promoDeal({ terms_urgency: 'none' }),
        await account.promoDeal({ amount: '90000' }),
      ];
      const app = runApp(account);
      return prepared(account, app, noRecord, (_, context) => app.page(rescoreDeals)(context), { dealIds });
    },
  },
  {
    name: 'message_owner',
    on: 'page',
    reply: messageOwnerReplySchema,
    prepare: async () => {
      const account = await startOfferAccount();
      const dealId = await account.promoDeal();
      const app = runApp(account);
      return prepared(account, app, noRecord, (_, context) => app.page(messageOwner)(context), {
        dealId,
        by: 'Grace Whitfield',
      });
    },
  },
  {
    name: 'propose_policy',
    on: 'page',
    reply: proposePolicyReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      return prepared(account, app, noRecord, (_, context) => app.page(proposePolicy)(context), {
        proposal: { settings: { 'model.priors.cashPosition.tight': 0.4 }, answers: 60 },
        by: 'Henrik Vogel',
      });
    },
  },
  {
    name: 'open_meeting, two calls cut off before',
    on: 'page',
    reply: openMeetingReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      const taskId = (
        await account.api('POST', '/crm/v3/objects/tasks', {
          properties: { hs_timestamp: '2027-03-01T22:59:59Z', hs_task_subject: 'Decided: more stock' },
        })
      ).id;
      await account.writeLedger('meeting/1', 'meeting', JSON.stringify({ ...decided, id: 'decision-1' }));
      const given = { wanted: { ownerId: '503' }, event: { taskId }, notified: true };
      await account.writeLedger('task/decision/decision-1', 'task', JSON.stringify(given));
      const themes = [...defaultThemeList.themes, { id: 'trade_fairs', name: 'Trade fairs', isRetired: false }];
      await account.writeLedger('themes/1', 'themes', JSON.stringify({ version: 1, themes }));
      return prepared(account, app, noRecord, (_, context) => app.page(openMeeting)(context), {});
    },
  },
  meetingCall('record_meeting, a decision', (dealId) => ({
    action: 'decide',
    id: 'decision-2',
    subject: { kind: 'theme', id: 'stock_outs' },
    what: 'Ask the three largest for forecasts',
    ownerId: '503',
    dueOn: '2026-12-18',
    dealIds: [dealId],
  })),
  meetingCall('record_meeting, what was talked about', (dealId) => ({
    action: 'discuss',
    id: 'meeting-1',
    themes: ['stock_outs'],
    deals: [dealId],
  })),
  meetingCall('record_meeting, a decision carried out', () => ({
    action: 'settle',
    decisionId: 'decision-1',
    outcome: 'done',
  })),
  {
    name: 'save_themes',
    on: 'page',
    reply: saveThemesReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      return prepared(account, app, noRecord, (_, context) => app.page(saveThemes)(context), {
        basedOn: 0,
        change: { action: 'add', name: 'Trade fairs' },
        by: grace,
      });
    },
  },
];
