import { spawnSync } from 'node:child_process';
import { extensionsFolder, projectFolder } from './build/paths.ts';
import { readBuiltProject } from './deploy/built-project.ts';
import { checkProject } from './deploy/check-project.ts';
import { gates } from './deploy/gates.ts';
import { uploadCommand } from './deploy/upload-command.ts';
import { onlyCheck } from './options/only-check.ts';

/** `npm run deploy`: checks the project, which has just been built, and uploads it with HubSpot's CLI. `-- --check` stops before the upload. */
const usage = 'Usage: npm run deploy [-- --check]';

async function isFit(): Promise<boolean> {
  const project = readBuiltProject(projectFolder, extensionsFolder);
  const checks = await checkProject(project, process.env);
  for (const { what, found, problems } of checks) {
    console.log(`${problems.length === 0 ? 'ok ' : 'NO '} ${what}: ${problems.length === 0 ? found : ''}`);
    for (const problem of problems) console.log(`     ${problem}`);
  }
  console.log('What only HubSpot can check:');
  for (const gate of gates(project)) console.log(`    ${gate}`);
  return checks.every(({ problems }) => problems.length === 0);
}

function upload(): number {
  const { command, args } = uploadCommand(process.env);
  console.log(`\n${[command, ...args].join(' ')}   (in build/hubspot)`);
  // The CLI's output, questions and exit code are its own.
  // `npm run --silent` would silence npx as well.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'npm_config_loglevel'));
  const { status, error } = spawnSync(command, args, {
    cwd: projectFolder,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  if (error !== undefined) console.error(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}

const check = onlyCheck(usage);
if (check === null) process.exitCode = 1;
else if (!(await isFit())) {
  console.error('Not fit to be uploaded.');
  process.exitCode = 1;
} else if (check) console.log('Fit to be uploaded: `npm run deploy` does.');
else process.exitCode = upload();
