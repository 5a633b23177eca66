import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Column } from './column'
import { DensityChoice } from './density-choice'
import { columnName, hideColumn, showColumns, useHiddenColumns } from './list-look'
import styles from './look-dialog.module.css'
import { useBackCloses } from '../components/use-back-closes'

interface LookDialogProps {
  open: boolean
  onClose: () => void
  list: string
  label: string
  columns: readonly Pick<Column<never>, 'key' | 'title' | 'titleHidden'>[]
}

/** Each choice takes effect at once, on the list behind the dialog. */
export function LookDialog({ open, onClose, list, label, columns }: LookDialogProps) {
  const { t } = useTranslation()
  useBackCloses(open, onClose)
  const hidden = useHiddenColumns()
  // What has no title to be seen is no column to its reader, but a box to tick or the buttons of a row.
  const titled = columns
    .filter(({ titleHidden }) => titleHidden !== true)
    .map(({ key, title }) => ({ name: columnName(list, key), title }))
  return (
    <Modal
      open={open}
      onCancel={onClose}
      width={420}
      title={t('listLook.title', { list: label })}
      footer={
        <>
          <Button onClick={() => showColumns(titled.map(({ name }) => name))}>{t('listLook.all')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('actions.close')}
          </Button>
        </>
      }
    >
      <div className={styles.part}>
        <strong>{t('listLook.density')}</strong>
        <DensityChoice />
        <p>{t('listLook.densityText')}</p>
      </div>
      <fieldset className={styles.part}>
        <legend>{t('listLook.columns')}</legend>
        {titled.map(({ name, title }, at) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={at === 0 || !hidden.includes(name)}
              disabled={at === 0}
              onChange={({ target }) => (target.checked ? showColumns([name]) : hideColumn(name))}
            />
            {title}
          </label>
        ))}
        <p>{t('listLook.columnsText')}</p>
      </fieldset>
    </Modal>
  )
}
