// Leads requests to HubSpot's API to the workbench's instead: a function of any project says `api.hubapi.com`, itself or by way of HubSpot's client, and no
// test may ever reach a real account. Plain JavaScript, because Node 20 starts it as it is.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const http = require('node:http');
const https = require('node:https');
/** HubSpot's API, with the names of its regions. */
const apiHost = /^api(-[a-z0-9]+)?\.(hubapi|hubspot)\.com$/i;

/**
 * @param {() => string | undefined} origin of the workbench's API while a function runs
 */
export function detourHubSpotApi(origin) {
  const plainFetch = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (!apiHost.test(url.hostname)) return plainFetch(request);
    return plainFetch(new Request(`${originOf(origin)}${url.pathname}${url.search}`, request));
  };
  const plainRequest = https.request;
  https.request = (...given) => {
    const { options, callback } = partsOf(given);
    const name = String(options.hostname ?? options.host ?? '').replace(/:\d+$/, '');
    if (!apiHost.test(name)) return plainRequest(...given);
    const target = new URL(originOf(origin));
    const headers = Object.fromEntries(
      Object.entries(options.headers ?? {}).filter(([header]) => header.toLowerCase() !== 'host'),
    );
    return http.request(
      {
        ...options,
        headers,
        protocol: 'http:',
        host: target.hostname,
        hostname: target.hostname,
        port: target.port,
        agent: undefined,
      },
      callback,
    );
  };
  https.get = (...given) => {
    const request = https.request(...given);
    request.end();
    return request;
  };
  syncBuiltinESMExports();
}

function originOf(origin) {
  const known = origin();
  if (known === undefined) throw new Error('HubSpot’s API was asked outside of a function call.');
  return known;
}

/** `request(url, options, callback)` in all its forms. */
function partsOf([first, ...rest]) {
  const callback = rest.find((one) => typeof one === 'function');
  const further = rest.find((one) => typeof one === 'object' && one !== null) ?? {};
  if (typeof first !== 'string' && !(first instanceof URL)) return { options: { ...first, ...further }, callback };
  const { hostname, port, pathname, search } = new URL(first);
  return { options: { hostname, port, path: `${pathname}${search}`, ...further }, callback };
}
