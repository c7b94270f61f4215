import { createTheme } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

const sea: MantineColorsTuple = [
  '#e9f6f6',
  '#d5eaea',
  '#abd5d5',
  '#7dbfbf',
  '#57acad',
  '#3fa0a1',
  '#31999b',
  '#208587',
  '#0b6e70',
  '#00585a',
];
const ember: MantineColorsTuple = [
  '#fff1ea',
  '#fbe0d4',
  '#f3c0aa',
  '#eb9e7c',
  '#e48155',
  '#e06e3c',
  '#d9622d',
  '#cf5622',
  '#bf4819',
  '#a33b12',
];

/** Colours and manners of the workbench: white cards on grey, teal for what leads somewhere, warm orange for what acts. */
export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: 8,
  colors: { sea, ember },
  black: '#22303f',
  defaultRadius: 'sm',
  fontFamily: '"Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif',
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});
