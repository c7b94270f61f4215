import * as z from 'zod/mini';
import { extensionLocationSchema } from './protocol.ts';
import type { Extension } from './protocol.ts';

const named = { name: z.optional(z.string()), entrypoint: z.string() };
const metadataSchema = z.discriminatedUnion('type', [
  z.object({
    uid: z.string(),
    type: z.literal('card'),
    config: z.object({ ...named, location: extensionLocationSchema, objectTypes: z._default(z.array(z.string()), []) }),
  }),
  z.object({
    uid: z.string(),
    type: z.literal('crm-bulk-action'),
    config: z.object({
      label: z.string(),
      entrypoint: z.string(),
      objectTypes: z.array(z.string()),
      displayMode: z._default(z.enum(['PANEL', 'MODAL']), 'PANEL'),
    }),
  }),
  z.object({
    uid: z.string(),
    type: z.enum(['page', 'pages']),
    /** `home` is the older kind of page. */
    config: z.object({ ...named, location: z._default(z.enum(['home', 'pages']), 'pages') }),
  }),
  z.object({ uid: z.string(), type: z.literal('settings'), config: z.object(named) }),
]);

/** An extension as its metadata declares it, before it is built. */
export type DeclaredExtension = Omit<Extension, 'bundleUrl'> & {
  /** Path of its source, as the metadata spells it. */
  readonly entrypoint: string;
};

/** Folders of an app that hold extensions. */
export const extensionFolders = ['cards', 'pages', 'settings', 'actions'] as const;

/**
 * Reads the content of an extension's `*-hsmeta.json`.
 *
 * @param appName - what a page or the settings are called, which have no name of their own
 * @throws {ZodError} when it is not metadata of an extension
 */
export function readExtensionMetadata(metadata: unknown, appName: string): DeclaredExtension {
  const { uid, type, config } = metadataSchema.parse(metadata);
  switch (type) {
    case 'card': {
      const { name = appName, location, objectTypes, entrypoint } = config;
      return { uid, name, location, objectTypes, entrypoint };
    }
    case 'crm-bulk-action': {
      const { label, objectTypes, displayMode, entrypoint } = config;
      return { uid, name: label, location: 'crm.bulkActions', objectTypes, displayMode, entrypoint };
    }
    case 'page':
    case 'pages': {
      const { name = appName, location, entrypoint } = config;
      return { uid, name, location, objectTypes: [], entrypoint };
    }
    case 'settings': {
      const { name = appName, entrypoint } = config;
      return { uid, name, location: 'settings', objectTypes: [], entrypoint };
    }
  }
}
