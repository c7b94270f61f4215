import type { AllDistances, AllSizes } from '@hubspot/ui-extensions';

type Size = 'xs' | 'sm' | 'md' | 'lg' | 'xl';

const shortNames: Readonly<Record<AllSizes, Size>> & Readonly<Partial<Record<string, Size>>> = {
  'extra-small': 'xs',
  xs: 'xs',
  small: 'sm',
  sm: 'sm',
  medium: 'md',
  md: 'md',
  large: 'lg',
  lg: 'lg',
  'extra-large': 'xl',
  xl: 'xl',
};

const pixels: Readonly<Record<Size, number>> = { xs: 4, sm: 8, md: 16, lg: 24, xl: 32 };

/** HubSpot's two spellings of a size as Mantine's one. */
export function sizeOf(size: string | undefined, otherwise: Size): Size {
  return (size === undefined ? undefined : shortNames[size]) ?? otherwise;
}

/** A distance between components, in pixels. */
export function distanceOf(distance: AllDistances | undefined, otherwise: AllDistances = 'flush'): number {
  const chosen = distance ?? otherwise;
  return chosen === 'flush' ? 0 : pixels[sizeOf(chosen, 'md')];
}
