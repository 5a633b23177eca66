import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import { useConfirm } from '../forms/use-confirm'
import { type Deleted, usePurgeDeleted } from './deleted.queries'

/** Asks before a deleted artifact goes for good. */
export function useConfirmPurge(project: string, repository: string): (item: Deleted) => Promise<boolean> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: purge } = usePurgeDeleted(project, repository)
  return useCallback(
    ({ digest }: Deleted) => {
      const name = shortDigest(digest)
      return confirm({
        title: t('deleted.purgeTitle', { name }),
        content: t('deleted.purgeText'),
        okText: t('deleted.purge'),
        run: () => purge(digest),
        done: t('deleted.purged', { name }),
      })
    },
    [t, confirm, purge],
  )
}
