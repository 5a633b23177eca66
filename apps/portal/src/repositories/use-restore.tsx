import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { feedback, tell } from '../components/feedback'
import { shortDigest } from '../components/digest'
import { useErrorNotice } from '../errors/use-error-notice'
import { type Restorable, useRestoreDeleted } from './deleted.queries'

/** Brings back tags, and artifacts by their digests, and tells what came back and what did not. */
export function useRestore(project: string) {
  const { t } = useTranslation()
  const notice = useErrorNotice()
  const restore = useRestoreDeleted(project)
  const { mutateAsync } = restore

  const run = useCallback(
    async (items: readonly Restorable[]) => {
      try {
        const { restored, refusals } = await mutateAsync(items)
        const isMixed = new Set(items.map(({ repository }) => repository)).size > 1
        const names = (of: 'tags' | 'taken_tags') =>
          restored.flatMap(({ repository, [of]: tags }) => tags.map((tag) => (isMixed ? `${repository}:${tag}` : tag)))
        const [tags, taken] = [names('tags'), names('taken_tags')]
        const untagged = restored.filter((one) => one.tags.length === 0).map(({ digest }) => shortDigest(digest))
        const missing = restored.flatMap((one) => one.missing)
        const done = [
          ...(tags.length === 0 ? [] : [t('deleted.back', { names: tags.join(', '), count: tags.length })]),
          ...(untagged.length === 0
            ? []
            : [t('deleted.backUntagged', { digests: untagged.join(', '), count: untagged.length })]),
        ].join(' ')
        if (refusals.length > 0) notice(refusals[0])
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
  return { run, running: restore.isPending ? restore.variables : undefined }
}
