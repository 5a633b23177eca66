import { Button } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { feedback } from '../components/feedback'
import { useRestore } from './use-restore'

/** Seconds that the way back stays in sight; after that it is found among what was recently deleted. */
const UNDO_SECONDS = 12

/** Tells that a tag, or an artifact by its digest, is deleted, and offers to take that back. */
export function useOfferUndo(project: string, mayRestore: boolean) {
  const { t } = useTranslation()
  const { run: restore } = useRestore(project)
  return useCallback(
    async (title: string, repository: string, reference: string) => {
      const { notification } = await feedback()
      const key = `undo ${project}/${repository} ${reference}`
      const undo = () => {
        notification.destroy(key)
        void restore(repository, reference)
      }
      notification.success({
        key,
        title,
        ...(mayRestore ? { actions: <Button onClick={undo}>{t('actions.undo')}</Button> } : {}),
        duration: UNDO_SECONDS,
      })
    },
    [t, restore, mayRestore, project],
  )
}
