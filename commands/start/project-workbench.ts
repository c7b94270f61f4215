import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { buildProject, readProjectName } from '../../workbench/foreign/build-project.ts';
import { plainProfile } from '../../workbench/foreign/plain-profile.ts';
import type { Progress } from '../../workbench/progress.ts';
import { readSecrets } from '../../workbench/secrets-file.ts';
import { startWorkbench } from '../../workbench/start-workbench.ts';
import type { RunningWorkbench } from '../../workbench/start-workbench.ts';

export type ProjectWorkbenchOptions = {
  /** Holds the workbench's own built page, in `build/workbench`. */
  readonly root: string;
  /** The HubSpot project, as typed. */
  readonly project: string;
  /** Where it was typed. */
  readonly typedIn: string;
  /** Accounts of projects are kept below it. */
  readonly dataFolder: string;
  readonly port: number;
  readonly reset: boolean;
  readonly clock: () => number;
  readonly asHubSpot: boolean;
  readonly onProgress: Progress;
};

export type ProjectWorkbench = RunningWorkbench<{ readonly name: string }> & {
  /** What was not built as HubSpot builds it, a sentence each. */
  readonly remarks: readonly string[];
  /** Where the account and what was built is kept. */
  readonly folder: string;
};

const contentsSchema = z.object({ kind: z.literal('project') });

/**
 * Starts a workbench on another HubSpot project, built in a copy, over an account of its own that is empty at first.
 *
 * @throws {ProjectError} when it cannot be built
 * @throws {Error} as `startWorkbench`
 */
export async function startProjectWorkbench(options: ProjectWorkbenchOptions): Promise<ProjectWorkbench> {
  const project = resolve(options.typedIn, options.project);
  const name = readProjectName(project);
  const folder = join(options.dataFolder, 'projects', folderName(project, name));
  const { functions, remarks, ...built } = await buildProject(project, join(folder, 'build'), options.onProgress);
  const workbench = await startWorkbench({
    folders: { ...built, page: join(options.root, 'build', 'workbench') },
    dataFolder: folder,
    port: options.port,
    reset: options.reset,
    profile: plainProfile(`Test account of ${name}`),
    secrets: readSecrets(functions),
    clock: options.clock,
    asHubSpot: options.asHubSpot,
    contents: contentsSchema,
    recogniseContents: () => Promise.resolve({ kind: 'project' as const }),
    fill: ({ kept, save }) => {
      if (kept === null) save({ kind: 'project' });
      return Promise.resolve({ name });
    },
  });
  return { ...workbench, folder, remarks };
}

/** Two projects of the same name have accounts of their own. */
function folderName(project: string, name: string): string {
  const readable = name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40);
  return `${readable}-${createHash('sha256').update(project).digest('hex').slice(0, 12)}`;
}
