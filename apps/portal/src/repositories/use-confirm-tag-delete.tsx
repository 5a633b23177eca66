import { Tag } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import styles from './deleted-name.module.css'
import { type RepositoryTag, useDeleteTags } from './repositories.queries'
import { useConfirmDeletion } from './use-confirm-deletion'

/** Asks before a tag goes, naming the tags that keep the same image; deletes it, and offers to take that back. */
export function useConfirmTagDelete(project: string, repository: string): (tag: RepositoryTag) => Promise<void> {
  const { t } = useTranslation()
  const { mutateAsync: remove } = useDeleteTags(project, repository)
  const { confirmDeletion, wayBack } = useConfirmDeletion(project, repository)

  return useCallback(
    ({ name, digest, other_tags: others }: RepositoryTag) =>
      confirmDeletion({
        title: t('tag.deleteTitle', { name }),
        content: <WhatStays digest={digest} others={others} wayBack={wayBack} />,
        okText: t('tag.deleteAction'),
        run: () => remove([name]),
        done: () => t('tag.deleted', { name }),
      }),
    [t, confirmDeletion, remove, wayBack],
  )
}

interface WhatStaysProps {
  digest: string
  others: readonly string[]
  /** Whether the tag can be brought back; absent where the reader may not. */
  wayBack: string | undefined
}

/** What deleting the tag leaves of its image. */
function WhatStays({ digest, others, wayBack }: WhatStaysProps) {
  const { t } = useTranslation()
  const closing = wayBack === undefined ? null : <p>{wayBack}</p>
  if (others.length === 0)
    return (
      <>
        <p>{t('tag.deleteLast', { digest: shortDigest(digest) })}</p>
        {closing}
      </>
    )
  return (
    <>
      <p>{t('tag.deleteShared', { digest: shortDigest(digest), count: others.length })}</p>
      <p className={styles.tags}>
        {others.map((other) => (
          <Tag key={other}>{other}</Tag>
        ))}
      </p>
      {closing}
    </>
  )
}
