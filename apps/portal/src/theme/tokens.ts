import { theme, type ThemeConfig } from 'antd'

const sans =
  "'Inter Variable', system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
const mono = "ui-monospace, SFMono-Regular, 'Cascadia Mono', Menlo, Consolas, 'Noto Sans Mono', monospace"

const shape = {
  fontFamily: sans,
  fontFamilyCode: mono,
  fontSize: 14,
  borderRadius: 8,
  controlHeight: 36,
  wireframe: false,
}

/** Daylight: fog, white quay walls, deep water. Text tokens keep 4.5:1 on every surface they appear on. */
export const lightTheme: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shape,
    colorPrimary: '#0b6b7c',
    colorInfo: '#0b6b7c',
    colorLink: '#0b6b7c',
    // What is derived of it is too faint, here as by night.
    colorLinkHover: '#034757',
    colorSuccess: '#1d7f57',
    // What is derived of it, and of the colour of warnings, is grey.
    colorSuccessBg: '#f0f9f4',
    colorSuccessBorder: '#9fd3bb',
    colorWarning: '#8a4303',
    colorWarningBg: '#fdf1e4',
    colorWarningBorder: '#efc793',
    colorError: '#c0362c',
    colorTextBase: '#12262f',
    colorBgLayout: '#f3f6f6',
    colorBorder: '#c6d2d6',
    colorBorderSecondary: '#e1e8ea',
    colorTextSecondary: '#455d67',
    colorTextTertiary: '#566d77',
    colorTextDescription: '#50676f',
    colorTextPlaceholder: '#647a83',
    colorFillAlter: '#f6f9f9',
  },
  components: {
    Table: {
      headerBg: '#f6f9f9',
      headerColor: '#455d67',
      headerSplitColor: 'transparent',
      headerSortActiveBg: '#f6f9f9',
      headerSortHoverBg: '#eaf1f2',
      bodySortBg: '#ffffff',
      rowHoverBg: '#f3f8f8',
      cellPaddingBlock: 12,
    },
  },
}

/** Night: the same harbour with its lamps on. */
export const darkTheme: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shape,
    colorPrimary: '#55b9c9',
    colorInfo: '#55b9c9',
    colorLink: '#6cc7d5',
    // What is derived of it is too faint.
    colorLinkHover: '#9adbe5',
    colorSuccess: '#4fbf8b',
    colorWarning: '#e39a4b',
    colorWarningBg: '#33261a',
    colorWarningBorder: '#6b4a26',
    colorError: '#ef7a6e',
    colorTextBase: '#e6f0f2',
    colorBgBase: '#0c1a21',
    colorBgLayout: '#0b181e',
    colorBgContainer: '#11232b',
    colorBgElevated: '#172e38',
    colorBorder: '#36505b',
    colorBorderSecondary: '#21383f',
    colorBorderDisabled: '#2a434d',
    colorTextSecondary: '#afc4cb',
    colorTextTertiary: '#9db3bb',
    colorTextDescription: '#a3b9c1',
    colorTextPlaceholder: '#8ea6af',
    colorFillAlter: '#152a33',
  },
  components: {
    Button: { primaryColor: '#04191f', dangerColor: '#1d0a08' },
    Form: { colorError: '#f3a097' },
    Dropdown: { colorError: '#f3a097' },
    Table: {
      headerBg: '#152a33',
      headerColor: '#afc4cb',
      headerSplitColor: 'transparent',
      headerSortActiveBg: '#152a33',
      headerSortHoverBg: '#1b333d',
      bodySortBg: '#11232b',
      rowHoverBg: '#152a33',
      cellPaddingBlock: 12,
    },
  },
}
