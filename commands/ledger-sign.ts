import { createTransport } from '../serverless/ports/transport.ts';
import { isCrmError } from '../serverless/ports/crm-error.ts';
import { pathFamily } from '../serverless/ports/path-family.ts';
import { ledgerKeyName } from '../serverless/ports/seal.ts';
import { notInstalledText } from './crm/not-installed.ts';
import { keyNeededText, keyPurposes } from './crm/scopes.ts';
import { signLedger } from './ledger/sign-ledger.ts';
import { onlyCheck } from './options/only-check.ts';
import { accountAddress } from './rescore/account-address.ts';

/** `npm run ledger:sign`: signs entries from before there was a key, and those of a key that was replaced; names what carries a wrong one. `--check` only looks. */
const usage = 'Usage: LEDGER_KEY=… npm run ledger:sign [-- --check]';

const isCheck = onlyCheck(usage);
const address = accountAddress(process.env);
const ledgerKey = process.env[ledgerKeyName] ?? '';
if (isCheck === null) process.exitCode = 1;
else if (address === null) {
  console.error(keyNeededText('npm run ledger:sign', keyPurposes.installation));
  process.exitCode = 1;
} else if (ledgerKey === '') {
  console.error(`Set ${ledgerKeyName} to the secret of that name: several keys apart by spaces, the one in use first.`);
  process.exitCode = 1;
} else {
  const { origin, accessToken } = address;
  const transport = createTransport({
    origin,
    accessToken,
    family: pathFamily,
    budgetMs: 600_000,
    random: Math.random,
  });
  try {
    const { signed, forged } = await signLedger(transport, ledgerKey, isCheck, Date.now());
    for (const entry of forged)
      console.error(`! ${entry} carries a seal that is not of this key: it counts for nothing.`);
    for (const entry of signed) console.error(`  ${entry}`);
    console.log(JSON.stringify({ [isCheck ? 'unsigned' : 'signed']: signed.length, forged: forged.length }));
    process.exitCode = forged.length > 0 ? 1 : 0;
  } catch (error) {
    if (!isCrmError(error)) throw error;
    console.error(`ledger:sign: ${error.kind === 'not_installed' ? notInstalledText : error.message}`);
    process.exitCode = 1;
  }
}
