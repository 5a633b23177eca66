import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import { useConfirm } from '../components/use-confirm'
import { type RepositoryTag, useDeleteTag } from './repositories.queries'

/** Asks before a tag goes, naming the tags that keep the same image; then deletes it. */
export function useConfirmTagDelete(project: string, repository: string): (tag: RepositoryTag) => void {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const remove = useDeleteTag(project, repository)

  return ({ name, digest, other_tags: others }) => {
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
    void confirm({
      title: t('tag.deleteTitle', { name }),
      content,
      okText: t('tag.deleteAction'),
      run: () => remove.mutateAsync(name),
      done: t('tag.deleted', { name }),
    })
  }
}
