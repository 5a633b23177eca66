import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorNotice } from '../errors/use-error-notice'
import { useConfirm } from '../forms/use-confirm'
import { Going, type GoingArtifact } from './going'
import { useDeleteTag } from './repositories.queries'
import { useMayRestore } from './use-may-restore'
import { useOfferUndo } from './use-offer-undo'
import { useWayBack } from './use-way-back'

/** Asks once before several tags go, saying what that takes; deletes one after the other, as far as rules let it, and offers to take that back. */
export function useConfirmTagsDelete(project: string, repository: string) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const { mutateAsync: remove } = useDeleteTag(project, repository)
  const mayRestore = useMayRestore(project, repository)
  const offerUndo = useOfferUndo(project, mayRestore)
  const wayBack = useWayBack(mayRestore)
  return useCallback(
    async (artifacts: readonly GoingArtifact[]) => {
      const names = artifacts.flatMap(({ tags }) => tags)
      const gone: string[] = []
      const refusals: unknown[] = []
      await confirm({
        title: t('bulk.deleteTagsTitle', { count: names.length }),
        content: <Going artifacts={artifacts} wayBack={wayBack} />,
        okText: t('bulk.deleteTags', { count: names.length }),
        run: async () => {
          for (const name of names)
            await remove(name).then(
              () => void gone.push(name),
              (error: unknown) => void refusals.push(error),
            )
        },
      })
      if (gone.length > 0)
        await offerUndo(
          t('bulk.deletedTags', { count: gone.length }),
          gone.map((reference) => ({ repository, reference })),
        )
      // One that is like the others tells why; the rows that stay show which they are.
      if (refusals.length > 0) notice(refusals[0])
    },
    [t, confirm, notice, remove, offerUndo, wayBack, repository],
  )
}
