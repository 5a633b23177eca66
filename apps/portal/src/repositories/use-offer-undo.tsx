import { Button } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { feedback } from '../components/feedback'
import type { Restorable } from './deleted.queries'
import { useRestore } from './use-restore'
import { useRestorableTime } from '../session/use-restorable-time'

/** Seconds that the way back stays in sight; after that it is found among what was recently deleted. */
const UNDO_SECONDS = 12

/** Tells that tags, or artifacts, are deleted, and offers to take that back in one go. */
export function useOfferUndo(project: string, mayRestore: boolean) {
  const { t } = useTranslation()
  const { run: restore } = useRestore(project)
  const isUndoable = useRestorableTime() !== null && mayRestore
  return useCallback(
    async (title: string, gone: readonly Restorable[]) => {
      const { notification } = await feedback()
      const key = ['undo', project, ...gone.map(({ repository, reference }) => `${repository} ${reference}`)].join(' ')
      const undo = () => {
        notification.destroy(key)
        // The last first: what an index lists was deleted after it, and would come back with it without its tags.
        void restore(gone.toReversed())
      }
      notification.success({
        key,
        title,
        ...(isUndoable ? { actions: <Button onClick={undo}>{t('actions.undo')}</Button> } : {}),
        duration: UNDO_SECONDS,
      })
    },
    [t, restore, isUndoable, project],
  )
}
