import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../components/panel'
import { Segments } from '../components/segments'
import { Select } from '../components/select'
import { switchShortcuts, useShortcutsOn } from '../components/shortcut-keys'
import { chooseTimeFormat, timeFormats, useTimeFormat } from '../components/time-format'
import { chooseLanguage, i18n } from '../i18n/i18n'
import { languageNames, languages } from '../i18n/languages'
import { DensityChoice } from '../lists/density-choice'
import { imageTools, toolFor } from '../repositories/clients'
import { usePullTool } from '../repositories/use-pull-tool'
import { chooseThemeMode, themeModes, useThemeMode } from '../theme/theme-mode'
import styles from './preferences-page.module.css'

/** What the reader likes, in this browser. */
export function PreferencesPage() {
  const { t } = useTranslation()
  const mode = useThemeMode()
  const format = useTimeFormat()
  const shortcuts = useShortcutsOn()
  const [tool, chooseTool] = usePullTool()
  const language = languages.find((known) => known === i18n.language) ?? 'en-US'
  const formatNames = {
    relative: t('preferences.timeRelative'),
    local: t('preferences.timeLocal'),
    utc: t('preferences.timeUtc'),
  }
  return (
    <div className={styles.preferences}>
      <Panel title={t('preferences.title')}>
        <p className={styles.lead}>{t('preferences.text')}</p>
        <Row label={t('preferences.language')}>
          <Segments
            label={t('preferences.language')}
            value={language}
            options={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(next) => void chooseLanguage(next)}
          />
        </Row>
        <Row label={t('preferences.theme')}>
          <Segments
            label={t('preferences.theme')}
            value={mode}
            options={themeModes.map((value) => ({ value, label: t(`theme.${value}`) }))}
            onChange={chooseThemeMode}
          />
        </Row>
        <Row label={t('preferences.time')}>
          <Segments
            label={t('preferences.time')}
            value={format}
            options={timeFormats.map((value) => ({ value, label: formatNames[value] }))}
            onChange={chooseTimeFormat}
          />
        </Row>
        <Row label={t('listLook.density')}>
          <DensityChoice />
        </Row>
        <Row label={t('preferences.shortcuts')} hint={t('preferences.shortcutsText')}>
          <Segments
            label={t('preferences.shortcuts')}
            value={shortcuts ? 'on' : 'off'}
            options={[
              { value: 'on', label: t('preferences.on') },
              { value: 'off', label: t('preferences.off') },
            ]}
            onChange={(next) => switchShortcuts(next === 'on')}
          />
        </Row>
        <Row label={t('preferences.tool')} hint={t('preferences.toolText')}>
          <Select
            label={t('preferences.tool')}
            value={toolFor(tool, imageTools)}
            options={imageTools.map((value) => ({ value, label: t(`pull.tools.${value}`) }))}
            onChange={chooseTool}
          />
        </Row>
      </Panel>
    </div>
  )
}

function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <div>
        <strong>{label}</strong>
        {hint === undefined ? null : <p>{hint}</p>}
      </div>
      {children}
    </div>
  )
}
