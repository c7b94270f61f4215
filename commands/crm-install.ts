import { installCrm } from './crm/install.ts';

const { HUBSPOT_ACCESS_TOKEN: accessToken, HUBSPOT_API_ORIGIN: origin = 'https://api.hubapi.com' } = process.env;

if (accessToken === undefined || accessToken === '') {
  console.error('crm:install needs HUBSPOT_ACCESS_TOKEN: the access token of the app, or of a private app, in the account to set up.');
  process.exitCode = 1;
} else {
  const complete = await installCrm({ origin, accessToken, nowIso: new Date().toISOString(), print: (line) => console.log(line) });
  process.exitCode = complete ? 0 : 1;
}
