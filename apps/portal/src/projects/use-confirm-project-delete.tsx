import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { feedback } from '../components/feedback'
import { backCloses } from '../components/back-closes'
import { useConfirm } from '../forms/use-confirm'
import { type Project, useDeleteProject } from './projects.queries'

/** Asks, saying what will go, and deletes. A project that still holds repositories is explained instead of asked about. */
export function useConfirmProjectDelete(
  onDeleted?: () => void,
): (project: Pick<Project, 'name' | 'repo_count'>) => Promise<void> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { history } = useRouter()
  const { mutateAsync: remove } = useDeleteProject()

  return useCallback(
    async ({ name, repo_count: repositories }: Pick<Project, 'name' | 'repo_count'>) => {
      if (repositories > 0) {
        const { modal } = await feedback()
        const shown = modal.info({
          title: t('project.notEmpty', { name }),
          content: t('project.notEmptyText', { count: repositories }),
          okText: t('actions.understood'),
          onOk: () => hasClosed(),
          onCancel: () => hasClosed(),
        })
        const hasClosed = backCloses(history, () => {
          hasClosed()
          shown.destroy()
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
    [t, confirm, history, remove, onDeleted],
  )
}
