import type { RemoteChannel } from '@remote-ui/core';

/**
 * What the page and the worker of an extension ask of each other over `@remote-ui/rpc`. Both sides import types only.
 * Expected failures are values: an error thrown across the channel would also surface as an unhandled rejection on the side that threw it.
 */

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** Places on the page of a record. */
export type RecordPlace = 'crm.record.tab' | 'crm.record.sidebar' | 'crm.preview' | 'helpdesk.sidebar';
export type ExtensionPlace = RecordPlace | 'crm.bulkActions' | 'home' | 'pages' | 'settings';

/** `context` as an extension sees it (docs/hubspot.md section 8). */
export type ExtensionContext = {
  readonly location: ExtensionPlace;
  readonly user: {
    readonly id: number;
    readonly email: string;
    readonly emails: readonly string[];
    readonly firstName: string;
    readonly lastName: string;
    readonly roles: readonly string[];
    readonly teams: readonly { readonly id: number; readonly name: string; readonly teammates: readonly number[] }[];
    readonly locale: string;
    readonly language: string;
    readonly permissions: readonly string[];
  };
  readonly portal: { readonly id: number; readonly timezone: string };
  /** The record of the page, or the records a bulk action is for. */
  readonly crm?:
    | { readonly objectId: number; readonly objectTypeId: string }
    | { readonly objectIds: readonly number[]; readonly objectTypeId: string };
  readonly extension: { readonly appId: number; readonly appName: string; readonly cardTitle: string };
  readonly variables: Readonly<Record<string, string | number | boolean>>;
};

/** Where in the app's pages the viewer is; `path` starts with `/`, `params` come from the query string. */
export type PageLocation = { readonly path: string; readonly params: Readonly<Record<string, string>> };

export type FormattingOptions = {
  readonly date?: { readonly format?: string; readonly relative?: boolean };
  readonly dateTime?: { readonly format?: string; readonly relative?: boolean };
  readonly currency?: { readonly addSymbol?: boolean };
};

/** Options of the data hooks: values of these properties come as people read them. */
export type HookOptions = {
  readonly propertiesToFormat?: readonly string[] | 'all';
  readonly formattingOptions?: FormattingOptions;
};

export type PropertyValues = Readonly<Record<string, string | null>>;

export type SearchRequest = {
  readonly objectType: string;
  readonly properties?: readonly string[];
  readonly query?: string;
  readonly filterGroups?: readonly unknown[];
  readonly sorts?: readonly unknown[];
  readonly pageLength?: number;
  readonly after?: string;
};

export type SearchPage = {
  readonly results: readonly { readonly objectId: number; readonly properties: PropertyValues }[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly after?: string;
};

export type AssociationsRequest = {
  readonly toObjectType: string;
  readonly properties?: readonly string[];
  readonly pageLength?: number;
  readonly offset?: number;
};

export type AssociationsPage = {
  readonly results: readonly {
    readonly toObjectId: number;
    readonly associationTypes: readonly {
      readonly category: string;
      readonly typeId: number;
      readonly label: string;
    }[];
    readonly properties: PropertyValues;
  }[];
  readonly hasMore: boolean;
  readonly nextOffset: number;
};

export type FormatRequest = {
  readonly propertiesList: readonly PropertyValues[];
  readonly objectType: string;
  readonly formattingOptions?: FormattingOptions;
};

export type Alert = { readonly type?: string; readonly message: string; readonly title?: string };
export type IframeModal = {
  readonly uri: string;
  readonly width: number;
  readonly height: number;
  readonly title?: string;
  readonly flush?: boolean;
};
export type PageTarget = { readonly to: string; readonly params?: Readonly<Record<string, string>> };
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type ServerlessOptions = {
  readonly parameters?: unknown;
  readonly propertiesToSend?: readonly string[];
  /** Deprecated by HubSpot; the function finds it in `context.event`. */
  readonly payload?: unknown;
};

/** What `hubspot.fetch` is given, and what comes of it. */
export type BackEndCall = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs: number;
};
export type BackEndReply = { readonly status: number; readonly contentType: string; readonly body: string };

/** `phase` tells a bundle that never started from one that failed while rendering. */
export type Crash = { readonly phase: 'start' | 'render'; readonly message: string; readonly stack: string };

/** What a worker may ask of the page. */
export type HostApi = {
  readonly addAlert: (alert: Alert) => void;
  readonly reloadPage: () => void;
  readonly copyTextToClipboard: (text: string) => Promise<Outcome<null>>;
  readonly closeOverlay: (id: string) => void;
  readonly openIframeModal: (modal: IframeModal, onClose?: () => void) => void;
  readonly navigateToPage: (target: PageTarget) => void;
  readonly refreshObjectProperties: () => void;
  readonly onCrmPropertiesUpdate: (
    names: readonly string[] | '*',
    callback: (properties: PropertyValues, error?: { readonly message: string }) => void,
  ) => void;
  readonly fetchCrmObjectProperties: (
    names: readonly string[] | '*',
  ) => Promise<Outcome<Readonly<Record<string, string>>>>;
  readonly fetchCrmProperties: (
    names: readonly string[],
    onUpdate: (properties: PropertyValues) => void,
    options?: HookOptions,
  ) => Promise<Outcome<{ readonly data: PropertyValues; readonly cleanup: () => void }>>;
  readonly fetchAssociations: (
    request: AssociationsRequest,
    options?: HookOptions,
  ) => Promise<Outcome<AssociationsPage>>;
  readonly fetchCrmSearch: (request: SearchRequest, options?: HookOptions) => Promise<Outcome<SearchPage>>;
  readonly formatCrmProperties: (request: FormatRequest) => Promise<Outcome<readonly PropertyValues[]>>;
  readonly serverless: (name: string, options?: ServerlessOptions) => Promise<Outcome<unknown>>;
  readonly askBackEnd: (call: BackEndCall) => Promise<Outcome<BackEndReply>>;
  readonly log: (level: LogLevel, text: string) => void;
  readonly crashed: (crash: Crash) => void;
};

/** What the page may ask of a worker. */
export type WorkerApi = {
  /** Loads the bundle, renders it, and streams its component tree into `channel`. Resolves when the first tree is on its way, also after a crash. */
  readonly run: (
    options: { readonly bundleUrl: string; readonly context: ExtensionContext; readonly pageLocation: PageLocation },
    channel: RemoteChannel,
  ) => Promise<void>;
  readonly moveTo: (pageLocation: PageLocation) => void;
  /** Answers as long as the extension leaves its thread free. */
  readonly ping: () => true;
};
