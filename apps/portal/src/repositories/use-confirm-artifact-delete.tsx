import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import { tell } from '../components/feedback'
import { useErrorNotice } from '../errors/use-error-notice'
import { useConfirm } from '../forms/use-confirm'
import { type ArtifactTarget, previewDeletions, useDeleteArtifacts } from './deletion.queries'
import { Losses } from './losses'
import { useMayRestore } from './use-may-restore'
import { useOfferUndo } from './use-offer-undo'
import { useWayBack } from './use-way-back'

/** Whose artifacts: those of one repository, or of any of the project. */
interface Place {
  project: string
  repository?: string | undefined
  /** Called before what is shown is asked for anew: a page about what has gone is left by it. */
  onGone?: () => Promise<void>
}

/** Asks before artifacts go, having asked the server what that takes and what keeps some of them. */
export function useConfirmArtifactDelete({ project, repository, onGone }: Place) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const mayRestore = useMayRestore(project, repository)
  const offerUndo = useOfferUndo(project, mayRestore)
  const wayBack = useWayBack(mayRestore)
  const { mutateAsync: remove } = useDeleteArtifacts(project, onGone)

  return useCallback(
    async (targets: readonly ArtifactTarget[]) => {
      const { going, kept } = await previewDeletions(project, targets)
      const [first] = going
      if (first === undefined) {
        notice(kept[0]?.reason)
        return
      }
      const { digest } = first.target
      const isOne = targets.length === 1
      const action = isOne ? t('deletion.action') : t('bulk.deleteArtifacts', { count: going.length })
      let refusals: readonly unknown[] = []
      const isDone = await confirm({
        title: isOne ? t('deletion.title', { digest: shortDigest(digest) }) : action,
        content: <Losses going={going} kept={kept} wayBack={wayBack} />,
        okText: action,
        run: async () => {
          refusals = await remove(going.map(({ target }) => target))
        },
      })
      if (!isDone) return
      if (isOne) await offerUndo(t('deletion.done', { digest: shortDigest(digest) }), first.target.repository, digest)
      else tell(t('bulk.deleted', { count: going.length - refusals.length }))
      if (refusals.length > 0) notice(refusals[0])
    },
    [t, confirm, notice, remove, offerUndo, wayBack, project],
  )
}
