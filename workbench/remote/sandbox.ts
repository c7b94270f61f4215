/**
 * Doors out of a worker that HubSpot's sandbox does not have. A card that uses one must fail here too, with a message that says what to use.
 */
const absent: Readonly<Record<string, string>> = {
  fetch: 'Use hubspot.serverless or hubspot.fetch.',
  XMLHttpRequest: 'Use hubspot.serverless or hubspot.fetch.',
  WebSocket: 'Extensions cannot open sockets.',
  EventSource: 'Extensions cannot open event streams.',
  importScripts: 'An extension is one bundle.',
  Worker: 'Extensions cannot start workers.',
  BroadcastChannel: 'Extensions cannot talk to other pages.',
  indexedDB: 'Extensions have no storage; keep data in CRM properties.',
  caches: 'Extensions have no storage; keep data in CRM properties.',
};

/** Takes the doors away; to be called once nothing of the workbench itself needs them. */
export function closeSandbox(scope: object): void {
  for (const [name, advice] of Object.entries(absent)) {
    Object.defineProperty(scope, name, {
      configurable: false,
      get: () => {
        throw new Error(`${name} does not exist in HubSpot's extension sandbox. ${advice}`);
      },
    });
  }
}
