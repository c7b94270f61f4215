import { describe, expect, it } from 'vitest';
import type { ReadPolicyReply } from '@deal-terms/core/contracts';
import { historyView } from '../../extensions/ui/settings/history-view.ts';
import {
  hasChanges,
  obstacleTo,
  policyReducer,
  startPolicySession,
} from '../../extensions/ui/settings/policy-session.ts';
import { protectionView } from '../../extensions/ui/settings/protection-view.ts';
import { settingFields } from '../../extensions/ui/settings/setting-groups.ts';
import { readTyped, settingAsText, settingInWords } from '../../extensions/ui/settings/setting-words.ts';
import { defaultSettings, draftOf, edited, mistyped, problemsOf } from '../../extensions/ui/settings/settings-draft.ts';

const reader = { locale: 'en-GB', currency: 'EUR', owners: [{ id: '5', name: 'Marta Keller' }] };
const account = { portalId: 1, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' };
const opened = (version: number, borrowingRate: number): Extract<ReadPolicyReply, { ok: true }> => ({
  ok: true,
  account,
  owners: [],
  latest: version,
  proposal: null,
  isProtected: true,
  lackingProperties: [],
  droppedProposal: null,
  policy: {
    version,
    scoresSince: version,
    isOfVersion1: false,
    model: { ...defaultSettings.model, borrowingRate },
    app: defaultSettings.app,
    warning: null,
  },
  history: [{ version, body: '{}', author: 'Bob Baker', writtenAt: '2026-11-23T10:00:00Z', isForged: false }],
});

/** Every value of the policy that is set on its own; ranges and lists are one value each. */
function leaves(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

describe('the settings page', () => {
  it('has every setting of the policy, once, with a meaning; save-policy alone dates the price of cash', () => {
    expect(settingFields.map(({ path }) => path).sort()).toEqual(
      leaves(defaultSettings, '')
        .filter((path) => path !== 'app.priceOfCashOn')
        .sort(),
    );
    expect(
      settingFields.filter(
        ({ label, meaning, path }) =>
          label === '' || (meaning === '' && !/unknown|relationship|prepaymentRisk/.test(path)),
      ),
    ).toEqual([]);
  });

  it('writes values with their units', () => {
    const words = (path: string, value: unknown) =>
      settingInWords(
        settingFields.find((field) => field.path === path)!,
        value,
        reader,
      );
    expect([
      words('model.borrowingRate', 0.14),
      words('model.priceOfCash', null),
      words('model.materialGain.customer', 0.0025),
      words('model.backlog.unfundedCost', 250_000),
      words('model.expedite.daysSaved', [7, 14]),
      words('model.beliefs.urgency.some', [0.0005, 0.001, 0.002]),
      words('app.slotsPerWeek', 1),
      words('app.slotsPerWeek', 2),
      words('app.opsOwnerId', '5'),
      words('app.opsOwnerId', '6'),
      words('model.allowLongerTerms', true),
      words('model.paymentOptions', [{ id: 'net_30', payments: [{ share: 1, anchor: 'delivery', days: 30 }] }]),
      words('app.maxDiscount', null),
      words('app.approverIds', ['5', '6']),
      words('app.approverIds', []),
      words('app.ownerLimits', [{ ownerId: '5', maxDiscount: 0.08, minMargin: null, minGain: 0, maxDaysLater: 1 }]),
    ]).toEqual([
      '14% a year',
      'not set',
      '0.25% of the amount',
      '€250,000',
      '7, 14 days',
      '0.05% – 0.1% – 0.2% of the amount a day',
      '1 order',
      '2 orders',
      'Marta Keller',
      'somebody who is no longer here',
      'yes',
      'net_30 (net 30)',
      'not set',
      'Marta Keller, somebody who is no longer here',
      'nobody',
      'Marta Keller (discount 8%, margin not limited, gain €0, later payment 1 day)',
    ]);
  });

  it.each([
    ['7, 14, 21', [7, 14, 21]],
    ['7 14;21', [7, 14, 21]],
    ['', []],
    ['7,,14', null],
    ['soon', null],
  ])('reads the days %j', (text, days) => {
    const typed = readTyped({ kind: 'dayList', unit: 'days' }, text);
    expect(typed.ok ? typed.value : null).toEqual(days);
  });

  it.each([
    ['5 – 7 – 10', [0.05, 0.07, 0.1]],
    ['5-7-10', null],
    ['5 - 7 - 10', [0.05, 0.07, 0.1]],
    ['0,5 – 1,5 – 3', [0.005, 0.015, 0.03]],
    ['5%, 7%, 10%', [0.05, 0.07, 0.1]],
    ['5 7', null],
  ])('reads the range %j', (text, range) => {
    const typed = readTyped({ kind: 'range', unit: '', inPercent: true }, text);
    expect(typed.ok ? typed.value : null).toEqual(range);
  });

  it('reads back every text it writes', () => {
    for (const field of settingFields.filter(({ kind }) => kind === 'range' || kind === 'dayList')) {
      const value = field.path
        .split('.')
        .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], defaultSettings);
      expect(readTyped(field, settingAsText(field, value)), field.path).toEqual({ ok: true, value });
    }
  });

  it('says at each setting what it needs', () => {
    const draft = mistyped(
      edited(
        edited(draftOf(defaultSettings), 'model.discount.max', 1.5),
        'model.beliefs.cashPosition.tight',
        [0.3, 0.2, 0.1],
      ),
      'model.expedite.daysSaved',
      'soon',
      'Enter days.',
    );
    expect(problemsOf(draft)).toEqual({
      'model.discount.max': 'Enter a number less than 100%.',
      'model.beliefs.cashPosition.tight': 'Enter low ≤ mode ≤ high.',
      'model.expedite.daysSaved': 'Enter days.',
    });
  });
});

describe('the settings of somebody who was overtaken', () => {
  const edit = (path: string, value: unknown) =>
    ({ type: 'edit', change: (draft: ReturnType<typeof draftOf>) => edited(draft, path, value) }) as const;
  const start = () =>
    policyReducer(
      policyReducer(startPolicySession(opened(1, 0.1)), edit('model.borrowingRate', 0.2)),
      edit('app.slotsPerWeek', 9),
    );

  it('keep what only one of the two changed, and ask where both did', () => {
    const theirs = opened(2, 0.3);
    const session = policyReducer(start(), {
      type: 'overtaken',
      opened: { ...theirs, policy: { ...theirs.policy, app: { ...theirs.policy.app, planHorizonWeeks: 4 } } },
    });
    expect(session.overtaken).toMatchObject({
      author: 'Bob Baker',
      version: 2,
      theirPaths: ['app.planHorizonWeeks'],
      clashes: [{ path: 'model.borrowingRate', theirs: 0.3, mine: 0.2 }],
    });
    expect(session.draft.settings.app).toMatchObject({ slotsPerWeek: 9, planHorizonWeeks: 4 });
    expect(obstacleTo(session, 'key')).toBe('Choose between theirs and mine first.');
    const decided = policyReducer(session, { type: 'decide', paths: ['model.borrowingRate'], keep: 'theirs' });
    expect([
      decided.draft.settings.model.borrowingRate,
      decided.overtaken?.clashes,
      obstacleTo(decided, 'key'),
    ]).toEqual([0.3, [], null]);
  });

  it('can be saved only with a key, a change and nothing to correct', () => {
    expect(obstacleTo(startPolicySession(opened(1, 0.1)), 'key')).toBe('Nothing to save');
    expect(obstacleTo(start(), '')).toBe('Enter the approval code to save.');
    expect(obstacleTo(policyReducer(start(), edit('model.discount.max', 3)), 'key')).toBe(
      'Correct the marked settings first.',
    );
    const unusable = opened(0, 0.14);
    expect(hasChanges(startPolicySession({ ...unusable, policy: { ...unusable.policy, warning: 'unusable' } }))).toBe(
      true,
    );
  });
});

describe('protectionView', () => {
  it('says nothing when all is well, that nothing is protected, and which versions are not the app’s', () => {
    const whole = opened(3, 0.1);
    const [version] = whole.history;
    const forged = { ...version!, isForged: true };
    const views = [
      whole,
      { ...whole, isProtected: false },
      { ...whole, history: [forged] },
      { ...whole, history: [{ ...forged, version: 5, author: '' }, version!, { ...forged, version: 2 }] },
    ].map(protectionView);
    expect(views.map((view) => view && [view.variant, view.title, view.text.split('. ')[0]])).toEqual([
      null,
      ['info', 'Grants are not protected', 'The secret LEDGER_KEY is not set'],
      [
        'warning',
        'The app did not write all of the history',
        'Of the policy’s history, version 3 (Bob Baker) does not carry the app’s seal',
      ],
      [
        'warning',
        'The app did not write all of the history',
        'Of the policy’s history, versions 5 (no author named), 2 (Bob Baker) do not carry the app’s seal',
      ],
    ]);
  });
});

describe('historyView', () => {
  it('says who changed what, and that what cannot be used has no way back', () => {
    const version = (number: number, body: string, isForged = false) => ({
      version: number,
      body,
      author: number === 1 ? '' : 'Ann',
      writtenAt: '2026-11-23T10:00:00Z',
      isForged,
    });
    const views = historyView(
      [
        version(4, '{"version":4,"modelVersion":2,"model":{},"app":{"maxDiscount":0.9}}', true),
        version(3, '{"version":3,"modelVersion":2,"model":{"borrowingRate":"x"},"app":{}}'),
        version(
          2,
          '{"version":2,"modelVersion":2,"model":{"borrowingRate":0.1,"beliefs":{"urgency":{"none":[0,0,0.1]}}},"app":{}}',
        ),
        version(1, '{"version":1,"modelVersion":2,"model":{},"app":{}}'),
      ],
      account,
      reader,
    );
    expect(views.map(({ author, changes, settings }) => [author, changes, settings === null])).toEqual([
      ['Ann', ['The app did not write this version: it counts for nothing.'], true],
      ['Ann', ['What is stored cannot be used.'], true],
      [
        'Ann',
        [
          'Bank rate: 9% a year → 10% a year',
          'Loss for each day late, by urgency: None: 0% – 0% – 0% of the amount a day → 0% – 0% – 10% of the amount a day',
        ],
        false,
      ],
      ['Unknown', ['The same as before.'], false],
    ]);
    expect(views[0]?.when).toBe('23 Nov 2026, 11:00');
  });
});
