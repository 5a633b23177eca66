import { App, Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import { useConfirm } from '../components/use-confirm'
import { type RepositoryTag, useDeleteTag } from './repositories.queries'
import { useRestore } from './use-restore'

/** Seconds that the way back stays in sight; after that it is found among what was recently deleted. */
const UNDO_SECONDS = 12

/** Asks before a tag goes, naming the tags that keep the same image; deletes it, and offers to take that back. */
export function useConfirmTagDelete(project: string, repository: string): (tag: RepositoryTag) => Promise<void> {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const confirm = useConfirm()
  const remove = useDeleteTag(project, repository)
  const restore = useRestore(project, repository)

  const offerUndo = (name: string) => {
    const key = `undo ${project}/${repository}:${name}`
    const undo = () => {
      notification.destroy(key)
      void restore.run(name)
    }
    notification.success({
      key,
      title: t('tag.deleted', { name }),
      actions: <Button onClick={undo}>{t('actions.undo')}</Button>,
      duration: UNDO_SECONDS,
    })
  }

  return async ({ name, digest, other_tags: others }) => {
    const content =
      others.length === 0 ? (
        <p>{t('tag.deleteLast', { digest: shortDigest(digest) })}</p>
      ) : (
        <>
          <p>{t('tag.deleteShared', { digest: shortDigest(digest), count: others.length })}</p>
          <p>
            {others.map((other) => (
              <Tag key={other}>{other}</Tag>
            ))}
          </p>
        </>
      )
    const deleted = await confirm({
      title: t('tag.deleteTitle', { name }),
      content,
      okText: t('tag.deleteAction'),
      run: () => remove.mutateAsync(name),
    })
    if (deleted) offerUndo(name)
  }
}
