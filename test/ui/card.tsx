import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import {
  Alert,
  Button,
  DateInput,
  Dropdown,
  Input,
  LoadingButton,
  NumberInput,
  Select,
  TableRow,
  TextArea,
  Tile,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { createRenderer, RenderedNodeType } from '@hubspot/ui-extensions/testing';
import type { RenderedNode } from '@hubspot/ui-extensions/testing';
import { DealTermsSidebar } from '@deal-terms/ui/deal-terms-sidebar';
import { DealTermsTab } from '@deal-terms/ui/deal-terms-tab';
import { onTestFinished } from 'vitest';
import type { Properties } from '../../serverless/ports/deal-port.ts';
import { Account, promoRetailer } from './account.ts';

type Actions = Parameters<typeof DealTermsTab>[0]['actions'];

const worker = globalThis as { self?: unknown; serverless?: unknown };

/** Opens the card on the deal's tab and waits until it can be used. */
export async function openTab(record?: Properties, prepare?: (account: Account) => void, locale?: string) {
  const opened = startTab(record, prepare, locale);
  await opened.card.sees('Edit');
  return opened;
}

/** Opens the card on the deal's tab. */
export function startTab(
  record: Properties = promoRetailer,
  prepare: (account: Account) => void = () => undefined,
  locale = 'en-GB',
) {
  return start(record, prepare, (actions) => <DealTermsTab locale={locale} actions={actions} />);
}

/** Opens the card in the sidebar. */
export function startSidebar(record: Properties, prepare: (account: Account) => void = () => undefined) {
  return start(record, prepare, (actions) => <DealTermsSidebar locale="en-GB" actions={actions} />);
}

/** Gives the worker its globals for as long as the test lasts. */
function start(record: Properties, prepare: (account: Account) => void, card: (actions: Actions) => ReactElement) {
  const account = new Account(record);
  prepare(account);
  const { self, serverless } = worker;
  Object.assign(worker, { self: globalThis, serverless: account.serverless });
  onTestFinished(() => {
    Object.assign(worker, { self, serverless });
  });
  return { account, card: renderCard(account, card) };
}

function renderCard(account: Account, card: (actions: Actions) => ReactElement) {
  const renderer = createRenderer('crm.record.tab');
  const { mocks, render, getRootNode, waitFor } = renderer;
  mocks.useCrmProperties.willCall(() => {
    const properties = useSyncExternalStore(account.subscribe, () => account.record);
    return { properties, error: null, isLoading: false, isRefetching: false, refetch: () => Promise.resolve() };
  });
  mocks.actions.refreshObjectProperties.willCall(() => {
    account.change({});
  });
  render(card(mocks.actions));
  const text = () => textOf(getRootNode());
  return {
    renderer,
    text,
    alerts: () => mocks.actions.addAlert.calls.map(([alert]) => alert.message),
    /** Waits until the text shows. */
    sees: (expected: string | RegExp) =>
      waitFor(() => {
        const found = typeof expected === 'string' ? text().includes(expected) : expected.test(text());
        if (!found) throw new Error(`waited for ${String(expected)}, saw ${text()}`);
      }),
    /** Waits until everything is stored that can be. */
    saved: () =>
      waitFor(() => {
        if (!/Saved \d/.test(text())) throw new Error(`waited for Saved, saw ${text()}`);
      }),
    /** The strip on top, its lines joined; the button of the next step. */
    strip: () =>
      lines(renderer.find(Alert))
        .split(' / ')
        .filter((line) => line.trim() !== '')
        .join(' '),
    nextStep: () => textOf(renderer.find(Button)),
    /** Takes a step from the menu. */
    takeStep: (label: string) => {
      const item = renderer.findAll(Dropdown.ButtonItem).find((node) => textOf(node) === label);
      if (item === undefined) throw new Error(`no step ${label}`);
      item.trigger('onClick');
    },
    choose: (name: string, value: string) => {
      renderer.find(ToggleGroup, (node) => node.props.name === name).trigger('onChange', value as never);
    },
    check: (name: string, values: string[]) => {
      renderer.find(ToggleGroup, (node) => node.props.name === name).trigger('onChange', values as never);
    },
    chosen: (name: string) => renderer.find(ToggleGroup, (node) => node.props.name === name).props.value,
    select: (name: string, value: string) => {
      renderer.find(Select, { name }).trigger('onChange', value as never);
    },
    selected: (name: string) => renderer.find(Select, { name }).props.value,
    number: (name: string, value: number | null) => {
      renderer.find(NumberInput, { name }).trigger('onChange', value as never);
    },
    numberInput: (name: string) => renderer.find(NumberInput, { name }).props,
    write: (name: string, value: string) => {
      renderer.find(Input, { name }).trigger('onChange', value as never);
    },
    input: (name: string) => renderer.maybeFind(Input, { name })?.props ?? null,
    say: (name: string, value: string) => {
      renderer.find(TextArea, { name }).trigger('onChange', value as never);
    },
    date: (name: string, value: { year: number; month: number; date: number } | null) => {
      renderer.find(DateInput, { name }).trigger('onChange', value as never);
    },
    dateShown: () => renderer.find(DateInput).props.value,
    click: (label: string) => {
      button(renderer, label).trigger('onClick');
    },
    /** Tiles that say something, their lines joined. */
    tiles: (containing: string) =>
      renderer
        .findAll(Tile)
        .map(lines)
        .filter((tile) => tile.includes(containing)),
    clickInTile: (containing: string, label: string) => {
      buttonIn(
        renderer.find(Tile, (tile) => textOf(tile).includes(containing)),
        label,
      ).trigger('onClick');
    },
    isDisabled: (label: string) => button(renderer, label).props.disabled === true,
    has: (label: string) =>
      [...renderer.findAll(Button), ...renderer.findAll(LoadingButton)].some((node) => textOf(node) === label),
    waitFor,
    rows: () => renderer.findAll(TableRow).map((row) => row.childNodes.map(textOf).join(' | ')),
  };
}

type Renderer = ReturnType<typeof createRenderer<'crm.record.tab'>>;

/** Everything there is to read, alert titles included, a line an element. */
function textOf(node: RenderedNode): string {
  if (node.nodeType === RenderedNodeType.Text) return node.text;
  const title = 'props' in node && typeof node.props.title === 'string' ? [node.props.title] : [];
  const parts = [...title, ...node.childNodes.map(textOf)];
  return parts.join(
    node.childNodes.every(({ nodeType }) => nodeType === RenderedNodeType.Text) && title.length === 0 ? '' : '\n',
  );
}

function lines(node: RenderedNode): string {
  return textOf(node)
    .split('\n')
    .filter((line) => line !== '')
    .join(' / ');
}

function button(renderer: Renderer, label: string) {
  return buttonIn(renderer.getRootNode(), label);
}

function buttonIn(root: Pick<Renderer, 'findAll'>, label: string) {
  const found = [...root.findAll(Button), ...root.findAll(LoadingButton)].find((node) => textOf(node) === label);
  if (found === undefined) throw new Error(`no button ${label}`);
  return found;
}

/** The answers of the story's promo retailer. */
export async function fillPromoRetailer(card: Awaited<ReturnType<typeof openTab>>['card']): Promise<void> {
  card.choose('cashPosition', 'abundant');
  card.choose('termsImportance', 'standard_clause');
  card.choose('urgency', 'high');
  card.date('neededBy', { year: 2026, month: 11, date: 14 });
  card.choose('relationship', 'new');
  await card.sees('Offers side by side');
  await card.waitFor(() => {
    if (card.chosen('relationship') !== 'new') throw new Error('not yet');
  });
}
