import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleForHubSpot } from './functions.ts';
import { root, workflowFolder } from './paths.ts';

/** Writes `build/workflow/score-terms.js`: what is pasted into a custom-code action of a HubSpot workflow. */
export async function buildWorkflowScript(): Promise<void> {
  await mkdir(workflowFolder, { recursive: true });
  // The repository's modules are of the other kind.
  await writeFile(join(workflowFolder, 'package.json'), '{ "private": true, "type": "commonjs" }\n');
  await bundleForHubSpot(
    join(root, 'serverless', 'workflow', 'score-terms.ts'),
    join(workflowFolder, 'score-terms.js'),
  );
}
