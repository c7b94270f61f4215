import { notifications } from '@mantine/notifications';
import { release, retain } from '@remote-ui/rpc';
import type { Alert, ExtensionContext, IframeModal, PageTarget } from '../../remote/worker-contract.ts';
import { backEndRequestSchema } from '../../protocol.ts';
import { askBackEnd } from '../api/back-end-api.ts';
import { callFunction } from '../api/function-api.ts';
import type { RecordStore } from '../api/record-store.ts';
import { createDataServices } from './data-services.ts';
import type { DataServicesOptions } from './data-services.ts';
import type { Overlays } from '../components/overlays-store.ts';
import type { HostServices } from './worker-session.ts';

export type HostServicesOptions = DataServicesOptions & {
  /** Of the acting user. */
  readonly token: string;
  readonly context: ExtensionContext;
  readonly overlays: Overlays;
  readonly goToPage: (target: PageTarget) => void;
  readonly openIframe: (modal: IframeModal, onClose: () => void) => void;
};

const alertColours: Readonly<Record<string, string>> = {
  info: 'sea',
  warning: 'yellow',
  success: 'green',
  danger: 'red',
  error: 'red',
  tip: 'violet',
};

/** Answers everything one extension asks of the page. */
export function createHostServices(options: HostServicesOptions): HostServices {
  const { services, end } = createDataServices(options);
  return {
    end,
    services: {
      ...services,
      addAlert,
      reloadPage: () => window.location.reload(),
      closeOverlay: options.overlays.close,
      navigateToPage: options.goToPage,
      openIframeModal: (modal, onClose) => {
        retain(onClose);
        options.openIframe(modal, () => {
          onClose?.();
          release(onClose);
        });
      },
      copyTextToClipboard: async (text) => {
        try {
          await navigator.clipboard.writeText(text);
          return { ok: true, value: null };
        } catch (error) {
          return {
            ok: false,
            message: `The browser refused the clipboard: ${error instanceof Error ? error.message : String(error)}`,
          };
        }
      },
      askBackEnd: (call) => {
        const request = backEndRequestSchema.safeParse(call);
        return request.success
          ? askBackEnd(options.token, request.data)
          : Promise.resolve({ ok: false, message: `hubspot.fetch was not given a request: ${request.error.message}` });
      },
      serverless: (name, { parameters = {}, propertiesToSend = [], payload } = {}) =>
        callFunction(options.token, name, {
          parameters: isRecord(parameters) ? parameters : {},
          ...(payload === undefined ? {} : { event: { type: 'SERVERLESS_ACTION_HOOK', payload } }),
          ...objectQuery(options.record, options.context, propertiesToSend),
        }),
    },
  };
}

function addAlert({ type = 'info', title, message }: Alert): void {
  notifications.show({
    message,
    color: alertColours[type] ?? 'sea',
    withBorder: true,
    autoClose: type === 'danger' || type === 'error' ? false : 6_000,
    role: type === 'danger' || type === 'error' ? 'alert' : 'status',
    closeButtonProps: { 'aria-label': 'Dismiss' },
    ...(title === undefined ? {} : { title }),
  });
}

/** HubSpot fetches properties for a function only on the page of a record. */
function objectQuery(record: RecordStore | null, { crm }: ExtensionContext, objectPropertyNames: readonly string[]) {
  if (record === null || crm === undefined || !('objectId' in crm)) return {};
  return {
    objectQuery: { objectId: record.id, objectTypeId: crm.objectTypeId, objectPropertyNames: [...objectPropertyNames] },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
