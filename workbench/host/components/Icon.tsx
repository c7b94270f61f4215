import { VisuallyHidden } from '@mantine/core';
import type { IconProps } from '@hubspot/ui-extensions';
import { icons, unknownIcon } from './icon-names.ts';
import { mapped } from './mapped.ts';
import { sizeOf } from './sizes.ts';

const pixels = { xs: 14, sm: 16, md: 20, lg: 28, xl: 28 } as const;
const colours = {
  alert: 'var(--mantine-color-red-8)',
  warning: 'var(--mantine-color-orange-7)',
  success: 'var(--mantine-color-green-8)',
  inherit: 'currentColor',
} as const;

export function HostIcon({ name, size, color = 'inherit', screenReaderText }: IconProps) {
  const Drawing = (icons as Readonly<Partial<typeof icons>>)[name] ?? unknownIcon;
  return (
    <span className="wb-icon">
      <Drawing size={pixels[sizeOf(size, 'sm')]} color={colours[color]} aria-hidden />
      {screenReaderText !== undefined && <VisuallyHidden>{screenReaderText}</VisuallyHidden>}
    </span>
  );
}

export const iconComponents = {
  Icon: mapped<IconProps>({ name: 'used', size: 'used', color: 'used', screenReaderText: 'used' }, HostIcon),
};
