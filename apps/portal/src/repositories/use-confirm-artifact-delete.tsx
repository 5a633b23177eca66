import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import { useErrorNotice } from '../errors/use-error-notice'
import { type ArtifactTarget, previewDeletions, useDeleteArtifacts } from './deletion.queries'
import { Losses } from './losses'
import { useConfirmDeletion } from './use-confirm-deletion'
import { useRestorableTime } from '../session/use-restorable-time'

/** Whose artifacts: those of one repository, or of any of the project. */
interface Place {
  project: string
  repository?: string | undefined
  /** Called before what is shown is asked for anew: a page about what has gone is left by it. */
  onGone?: () => Promise<void>
}

/**
 * Asks before artifacts go, having asked the server what that takes and what keeps some of them.
 * `isLooking` as long as the server is asked: with the dialog there is something to see.
 */
export function useConfirmArtifactDelete({ project, repository, onGone }: Place) {
  const { t } = useTranslation()
  const notice = useErrorNotice()
  const { confirmDeletion, wayBack } = useConfirmDeletion(project, repository)
  const time = useRestorableTime()
  const { mutateAsync: remove } = useDeleteArtifacts(project, onGone)
  const [isLooking, setLooking] = useState(false)
  const isMixed = repository === undefined

  const ask = useCallback(
    async (targets: readonly ArtifactTarget[]) => {
      setLooking(true)
      const prospects = await previewDeletions(project, targets).finally(() => setLooking(false))
      const going = [...prospects.going.map(({ target }) => target), ...prospects.after]
      const [first] = going
      if (first === undefined) {
        notice(prospects.kept[0]?.reason)
        return
      }
      const isOne = targets.length === 1
      const named = { digest: shortDigest(first.digest) }
      await confirmDeletion({
        title: isOne ? t('deletion.title', named) : t('bulk.deleteArtifactsTitle', { count: going.length }),
        content: <Losses {...prospects} isMixed={isMixed} time={time} wayBack={wayBack} />,
        okText: isOne ? t('deletion.action') : t('bulk.deleteArtifacts', { count: going.length }),
        run: () => remove(going),
        done: (count) => (isOne ? t('deletion.done', named) : t('bulk.deletedArtifacts', { count })),
      })
    },
    [t, notice, confirmDeletion, remove, time, wayBack, project, isMixed],
  )
  return { ask, isLooking }
}
