import { SettingOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onDemand } from '../components/on-demand'
import { withTexts } from '../i18n/i18n'
import type { Column } from './column'
import styles from './list-table.module.css'

const LookDialog = onDemand(async () => (await withTexts(import('./look-dialog'), 'listsLater')).LookDialog)

interface LookButtonProps {
  list: string
  label: string
  columns: readonly Pick<Column<never>, 'key' | 'title' | 'titleHidden'>[]
}

/** Opens what a reader chooses for a list: its columns, and how close its rows stand. */
export function LookButton(props: LookButtonProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.look}
        aria-label={t('list.look')}
        data-tip={t('list.look')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <SettingOutlined aria-hidden />
      </button>
      <LookDialog {...props} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
