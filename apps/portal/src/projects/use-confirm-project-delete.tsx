import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { feedback } from '../components/feedback'
import { useConfirm } from '../forms/use-confirm'
import { type Project, useDeleteProject } from './projects.queries'

/** Asks, saying what will go, and deletes. A project that still holds repositories is explained instead of asked about. */
export function useConfirmProjectDelete(
  onDeleted?: () => void,
): (project: Pick<Project, 'name' | 'repo_count'>) => Promise<void> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: remove } = useDeleteProject()

  return useCallback(
    async ({ name, repo_count: repositories }: Pick<Project, 'name' | 'repo_count'>) => {
      if (repositories > 0) {
        const { modal } = await feedback()
        modal.info({
          title: t('project.notEmpty', { name }),
          content: t('project.notEmptyText', { count: repositories }),
          okText: t('actions.understood'),
        })
        return
      }
      const isDeleted = await confirm({
        title: t('project.deleteTitle', { name }),
        content: t('project.deleteText', { name }),
        okText: t('project.deleteAction'),
        run: () => remove(name),
        done: t('project.deleted', { name }),
      })
      if (isDeleted) onDeleted?.()
    },
    [t, confirm, remove, onDeleted],
  )
}
