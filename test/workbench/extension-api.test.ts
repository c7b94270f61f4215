import { describe, expect, it } from 'vitest';
import { createActions } from '../../workbench/remote/extension-api.ts';
import type { Host } from '../../workbench/remote/extension-api.ts';
import type { ExtensionPlace } from '../../workbench/remote/worker-contract.ts';

const everywhere = [
  'addAlert',
  'closeOverlay',
  'copyTextToClipboard',
  'navigateToPage',
  'openIframeModal',
  'reloadPage',
];
const onRecords = ['fetchCrmObjectProperties', 'onCrmPropertiesUpdate', 'refreshObjectProperties'];

describe('actions of an extension', () => {
  it.each<readonly [ExtensionPlace, readonly string[]]>([
    ['crm.record.tab', onRecords],
    ['crm.record.sidebar', onRecords],
    ['crm.preview', onRecords],
    ['helpdesk.sidebar', onRecords],
    ['crm.bulkActions', []],
    ['home', []],
    ['pages', []],
    ['settings', []],
  ])('in %s are those HubSpot has there', (location, more) => {
    const host = {} as Host;
    expect(Object.keys(createActions(host, location)).sort()).toEqual([...everywhere, ...more].sort());
  });
});
