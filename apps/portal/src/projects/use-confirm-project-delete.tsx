import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { useConfirm } from '../components/use-confirm'
import { type Project, useDeleteProject } from './projects.queries'

/** Asks, saying what will go, and deletes. A project that still holds repositories is explained instead of asked about. */
export function useConfirmProjectDelete(onDeleted?: () => void): (project: Project) => void {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const confirm = useConfirm()
  const remove = useDeleteProject()

  const ask = async (name: string) => {
    const deleted = await confirm({
      title: t('project.deleteTitle', { name }),
      content: t('project.deleteText', { name }),
      okText: t('project.deleteAction'),
      run: () => remove.mutateAsync(name),
      done: t('project.deleted', { name }),
    })
    if (deleted) onDeleted?.()
  }

  return ({ name, repo_count: repositories }) => {
    if (repositories === 0) {
      void ask(name)
      return
    }
    modal.info({
      title: t('project.notEmpty', { name }),
      content: t('project.notEmptyText', { count: repositories }),
      okText: t('actions.understood'),
    })
  }
}
