/*
 * Each colour has a value for light and one for dark pages; both are made to
 * hold WCAG's 4.5:1 for text on `paper` and on `surface`. Readers whose device
 * asks for more contrast get 7:1 for text, and lines that hold 3:1.
 */
export const light = {
  paper: '#ffffff',
  surface: '#f6f4ef',
  ink: '#16181d',
  muted: '#585d66',
  rule: '#dcd8cf',
  bar: '#16181d',
  accent: '#a3161a',
  'accent-ink': '#ffffff',
  mark: '#fbe7a8',
}

export const dark: typeof light = {
  paper: '#121417',
  surface: '#1b1e23',
  ink: '#eceae4',
  muted: '#a6aab2',
  rule: '#33373e',
  bar: '#757b85',
  accent: '#ff9d92',
  'accent-ink': '#2b0506',
  mark: '#5b4a12',
}

export const lightContrast: typeof light = {
  ...light,
  ink: '#000000',
  muted: '#33363d',
  rule: '#75726b',
  bar: '#000000',
  accent: '#7c0d11',
}

export const darkContrast: typeof light = {
  ...dark,
  paper: '#000000',
  surface: '#101215',
  ink: '#ffffff',
  muted: '#d5d7db',
  rule: '#8b9099',
  bar: '#ffffff',
  accent: '#ffc4bd',
}
