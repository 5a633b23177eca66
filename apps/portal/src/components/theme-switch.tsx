import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { chooseThemeMode, type ThemeMode, themeModes, useDark, useThemeMode } from '../theme/theme-mode'
import { MenuButton } from './menu-button'

const icons: Record<ThemeMode, React.ReactNode> = {
  system: <DesktopOutlined aria-hidden />,
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
}

export function ThemeSwitch() {
  const { t } = useTranslation()
  const mode = useThemeMode()
  const dark = useDark()
  const names: Record<ThemeMode, string> = {
    system: t('theme.system'),
    light: t('theme.light'),
    dark: t('theme.dark'),
  }
  return (
    <MenuButton
      type="text"
      icon={dark ? icons.dark : icons.light}
      aria-label={t('theme.label')}
      menu={{
        selectable: true,
        selectedKeys: [mode],
        items: themeModes.map((key) => ({ key, icon: icons[key], label: names[key] })),
        onClick: ({ key }) => chooseThemeMode(key),
      }}
    />
  )
}
