/** One accent per kind of register; everything else is shared. */
import {
  Button,
  Checkbox,
  createTheme,
  Input,
  type MantineColorsTuple,
  type MantineThemeOverride,
  Modal,
  Radio,
  rem,
} from '@mantine/core';
import type { RegisterKind } from '#shared/dictionary/vocabulary.ts';

const teal: MantineColorsTuple = [
  '#e2f0f1',
  '#d0e6e8',
  '#a9d2d6',
  '#7dbcc2',
  '#4c9fa8',
  '#23838e',
  '#0b6a75',
  '#095a64',
  '#084b53',
  '#063b42',
];
const indigo: MantineColorsTuple = [
  '#e8eaf6',
  '#d6daef',
  '#b3bae1',
  '#8d97d1',
  '#6672be',
  '#4a57ab',
  '#3b4798',
  '#323d83',
  '#29326c',
  '#212856',
];
const ochre: MantineColorsTuple = [
  '#fdf1d3',
  '#f9e5b4',
  '#efcf82',
  '#dfb454',
  '#c4922f',
  '#a17318',
  '#7a5300',
  '#674600',
  '#533900',
  '#402b00',
];
const brick: MantineColorsTuple = [
  '#fcebea',
  '#f8d7d4',
  '#f0b0ab',
  '#e4847c',
  '#d65a50',
  '#c43c31',
  '#a92b21',
  '#8f231b',
  '#741c15',
  '#5a1510',
];

const slate: MantineColorsTuple = [
  '#eceff2',
  '#dde2e7',
  '#bfc8d1',
  '#9fadba',
  '#7f91a1',
  '#5d7183',
  '#465868',
  '#3a4a58',
  '#2f3c48',
  '#242f39',
];

const accents = { victims: 'teal', justice: 'indigo' } satisfies Record<RegisterKind, string>;

const noBreakAnimation = { transitionProps: { duration: 0 } };

/** The look of a register of this kind; neutral where no register is open. */
export function themeOf(kind: RegisterKind | null): MantineThemeOverride {
  return createTheme({
    colors: { teal, indigo, ochre, brick, slate },
    primaryColor: kind === null ? 'slate' : accents[kind],
    primaryShade: 6,
    fontFamily: "'Noto Sans Variable', 'Noto Sans', sans-serif",
    fontFamilyMonospace: "'Noto Sans Variable', 'Noto Sans', monospace",
    headings: { fontFamily: "'Noto Sans Variable', 'Noto Sans', sans-serif", fontWeight: '600' },
    fontSizes: { xs: rem(12), sm: rem(14), md: rem(14), lg: rem(16), xl: rem(20) },
    lineHeights: { xs: '1.35', sm: '1.43', md: '1.43', lg: '1.4', xl: '1.3' },
    spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(20) },
    radius: { xs: rem(3), sm: rem(5), md: rem(6), lg: rem(8), xl: rem(12) },
    defaultRadius: 'sm',
    black: '#17212b',
    cursorType: 'pointer',
    focusClassName: 'kriter-focus',
    respectReducedMotion: true,
    components: {
      Input: Input.extend({ vars: () => ({ wrapper: { '--input-height': rem(32), '--input-fz': rem(14) } }) }),
      Button: Button.extend({
        defaultProps: { size: 'sm' },
        vars: () => ({ root: { '--button-height': rem(32), '--button-fz': rem(14), '--button-padding-x': rem(13) } }),
      }),
      Modal: Modal.extend({
        defaultProps: { ...noBreakAnimation, centered: true, overlayProps: { backgroundOpacity: 0.35 } },
      }),
      Menu: { defaultProps: noBreakAnimation },
      Popover: { defaultProps: noBreakAnimation },
      Tooltip: { defaultProps: noBreakAnimation },
      Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
      Radio: Radio.extend({ defaultProps: { size: 'sm' } }),
    },
  });
}
