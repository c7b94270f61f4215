import { join } from 'node:path';

/** The repository; commands are run from it. */
export const root = process.cwd();
export const buildFolder = join(root, 'build');
/** The HubSpot project that is uploaded, and its app. */
export const projectFolder = join(buildFolder, 'hubspot');
export const appFolder = join(projectFolder, 'src', 'app');
/** Bundles HubSpot's builder made of the extensions, for the workbench. */
export const extensionsFolder = join(buildFolder, 'extensions');
/** Scripts for HubSpot's workflows. */
export const workflowFolder = join(buildFolder, 'workflow');
/** The workbench's page. */
export const pageFolder = join(buildFolder, 'workbench');
/** Where extension points live, in the repository and in the project alike. */
export const extensionPoints = ['cards', 'pages', 'settings', 'actions'] as const;
