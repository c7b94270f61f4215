/** What to say where a command needs what `crm:install` makes. */
export const notInstalledText = 'The app is not installed in this account: npm run crm:install comes first.';
