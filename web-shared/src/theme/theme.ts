import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Deep water of Issyk-Kul: the main colour. */
const lake: MantineColorsTuple = [
  '#e5f4f3', '#cbe8e5', '#9bd1cc', '#67b9b3', '#3ba09a', '#1b8882', '#0c716c', '#0a5d59', '#094b48', '#073836',
];
/** Dried apricot: what the passenger chose, and calls to act. */
const apricot: MantineColorsTuple = [
  '#fff4e0', '#ffe6bb', '#ffd187', '#fdba50', '#f7a52c', '#e58d0d', '#bd6c05', '#9a5605', '#784306', '#573106',
];
/** Madder: errors and losses. */
const madder: MantineColorsTuple = [
  '#fdeceb', '#f9d3d0', '#f1a7a2', '#e97a73', '#e1554c', '#d23b32', '#b82c25', '#97231d', '#761b17', '#571411',
];
/** Warm stone for lines and quiet surfaces. */
const gray: MantineColorsTuple = [
  '#faf8f4', '#f3f0ea', '#e7e2d8', '#d6d0c3', '#b9b3a6', '#938f85', '#66696b', '#4a5257', '#2c373d', '#16242c',
];
const dark: MantineColorsTuple = [
  '#e8eef0', '#c9d4d9', '#a3b4bc', '#7d909a', '#465a65', '#2d3e48', '#1e2d35', '#142027', '#0e181e', '#0a1216',
];

export const theme = createTheme({
  colors: { lake, apricot, madder, gray, dark, red: madder, orange: apricot, teal: lake },
  primaryColor: 'lake',
  primaryShade: 6,
  autoContrast: true,
  luminanceThreshold: 0.33,
  black: '#16242c',
  fontFamily: "'Onest Variable', 'Noto Sans', system-ui, sans-serif",
  headings: { fontFamily: "'Onest Variable', 'Noto Sans', system-ui, sans-serif", fontWeight: '700' },
  defaultRadius: 'md',
  radius: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' }, styles: { root: { fontWeight: 600 } } },
    TextInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md', checkIconPosition: 'right' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.5, blur: 2 } } },
    Alert: { defaultProps: { variant: 'light' } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
});

/** Mantine's own variables, tied to the tokens in styles.css so that both agree in light and dark. */
export const cssVariables: CSSVariablesResolver = () => {
  const tied = {
    '--mantine-color-body': 'var(--bk-surface)',
    '--mantine-color-text': 'var(--bk-ink)',
    '--mantine-color-dimmed': 'var(--bk-muted)',
    '--mantine-color-error': 'var(--bk-danger)',
    '--mantine-color-anchor': 'var(--bk-brand)',
    '--mantine-color-default-border': 'var(--bk-line)',
  };
  const soft = (name: string, token: string) => ({
    [`--mantine-color-${name}-light`]: `var(--bk-${token}-soft)`,
    [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, var(--bk-${token}-soft) 80%, var(--bk-${token}))`,
    [`--mantine-color-${name}-light-color`]: `var(--bk-${token === 'brand' ? 'brand-strong' : token})`,
  });
  const all = { ...tied, ...soft('lake', 'brand'), ...soft('red', 'danger') };
  return {
    variables: {},
    light: { ...all, '--mantine-color-placeholder': '#6a7274' },
    dark: { ...all, '--mantine-color-placeholder': '#8fa1aa' },
  };
};
