import { bundleExtensions } from './build/extension-bundles.ts';
import { bundleHost } from '../workbench/host/bundle.ts';
import { pageFolder } from './build/paths.ts';
import { assembleProject } from './build/project.ts';
import { buildWorkflowScript } from './build/workflow.ts';

/** `npm run build`: writes everything under `build/`, saying what takes time. */
async function step(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  console.error(`${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

await step('HubSpot project in build/hubspot', assembleProject);
await step('Workflow script in build/workflow', buildWorkflowScript);
await step('Extension bundles in build/extensions', bundleExtensions);
await step("The workbench's page in build/workbench", () => bundleHost(pageFolder));
