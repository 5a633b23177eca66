import { Button, Tag } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { feedback } from '../components/feedback'
import { shortDigest } from '../components/digest'
import { useConfirm } from '../forms/use-confirm'
import styles from './deleted-name.module.css'
import { type RepositoryTag, useDeleteTag } from './repositories.queries'
import { useMayRestore } from './use-may-restore'
import { useRestore } from './use-restore'

/** Seconds that the way back stays in sight; after that it is found among what was recently deleted. */
const UNDO_SECONDS = 12

/** Asks before a tag goes, naming the tags that keep the same image; deletes it, and offers to take that back. */
export function useConfirmTagDelete(project: string, repository: string): (tag: RepositoryTag) => Promise<void> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: remove } = useDeleteTag(project, repository)
  const { run: restore } = useRestore(project, repository)
  const mayRestore = useMayRestore(project, repository)

  return useCallback(
    async ({ name, digest, other_tags: others }: RepositoryTag) => {
      const isDeleted = await confirm({
        title: t('tag.deleteTitle', { name }),
        content: <WhatStays digest={digest} others={others} hasWayBack={mayRestore} />,
        okText: t('tag.deleteAction'),
        run: () => remove(name),
      })
      if (!isDeleted) return
      const { notification } = await feedback()
      const key = `undo ${project}/${repository}:${name}`
      const undo = () => {
        notification.destroy(key)
        void restore(name)
      }
      notification.success({
        key,
        title: t('tag.deleted', { name }),
        ...(mayRestore ? { actions: <Button onClick={undo}>{t('actions.undo')}</Button> } : {}),
        duration: UNDO_SECONDS,
      })
    },
    [t, confirm, remove, restore, mayRestore, project, repository],
  )
}

/** What deleting the tag leaves of its image. */
function WhatStays({ digest, others, hasWayBack }: { digest: string; others: readonly string[]; hasWayBack: boolean }) {
  const { t } = useTranslation()
  const wayBack = hasWayBack ? <p>{t('tag.deleteWayBack')}</p> : null
  if (others.length === 0)
    return (
      <>
        <p>{t('tag.deleteLast', { digest: shortDigest(digest) })}</p>
        {wayBack}
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
      {wayBack}
    </>
  )
}
