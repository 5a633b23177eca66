import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { feedback, tell } from '../components/feedback'
import { shortDigest } from '../components/digest'
import { useErrorNotice } from '../errors/use-error-notice'
import { useRestoreDeleted } from './deleted.queries'

/** Brings back a tag, or an artifact by its digest, and tells what came back and what did not. */
export function useRestore(project: string) {
  const { t } = useTranslation()
  const notice = useErrorNotice()
  const restore = useRestoreDeleted(project)
  const { mutateAsync } = restore

  const run = useCallback(
    async (repository: string, reference: string) => {
      try {
        const { digest, tags, taken_tags: taken, missing } = await mutateAsync({ repository, reference })
        const done =
          tags.length === 0
            ? t('deleted.backUntagged', { digest: shortDigest(digest) })
            : t('deleted.back', { names: tags.join(', '), count: tags.length })
        if (taken.length === 0 && missing.length === 0) {
          tell(done)
          return
        }
        const { notification } = await feedback()
        notification.warning({
          title: done,
          description: (
            <>
              {taken.length === 0 ? null : (
                <p className="notice-next">{t('deleted.taken', { names: taken.join(', ') })}</p>
              )}
              {missing.length === 0 ? null : (
                <p className="notice-next">{t('deleted.missing', { digests: missing.map(shortDigest).join(', ') })}</p>
              )}
            </>
          ),
          duration: 0,
        })
      } catch (error) {
        notice(error)
      }
    },
    [t, notice, mutateAsync],
  )
  return { run, running: restore.isPending ? restore.variables.reference : undefined }
}
