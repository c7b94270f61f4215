/** Secrets of the app's functions on the workbench, as `hs secret add` sets them on a HubSpot account. They guard made-up data. */
export const demoSecrets = { POLICY_EDIT_KEY: 'cuckoo clocks' };
