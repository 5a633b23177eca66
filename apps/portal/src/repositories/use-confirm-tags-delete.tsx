import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Going, type GoingArtifact } from './going'
import { useDeleteTags } from './repositories.queries'
import { useConfirmDeletion } from './use-confirm-deletion'

/** Asks once before several tags go, saying what that takes; deletes one after the other, as far as rules let it, and offers to take that back. */
export function useConfirmTagsDelete(project: string, repository: string) {
  const { t } = useTranslation()
  const { mutateAsync: remove } = useDeleteTags(project, repository)
  const { confirmDeletion, wayBack } = useConfirmDeletion(project, repository)
  return useCallback(
    (artifacts: readonly GoingArtifact[]) => {
      const names = artifacts.flatMap(({ tags }) => tags)
      return confirmDeletion({
        title: t('bulk.deleteTagsTitle', { count: names.length }),
        content: <Going artifacts={artifacts} wayBack={wayBack} />,
        okText: t('bulk.deleteTags', { count: names.length }),
        run: () => remove(names),
        done: (count) => t('bulk.deletedTags', { count }),
      })
    },
    [t, confirmDeletion, remove, wayBack],
  )
}
