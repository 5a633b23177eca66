import { Tag } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import { useConfirm } from '../forms/use-confirm'
import styles from './deleted-name.module.css'
import { type RepositoryTag, useDeleteTag } from './repositories.queries'
import { useMayRestore } from './use-may-restore'
import { useOfferUndo } from './use-offer-undo'
import { useWayBack } from './use-way-back'

/** Asks before a tag goes, naming the tags that keep the same image; deletes it, and offers to take that back. */
export function useConfirmTagDelete(project: string, repository: string): (tag: RepositoryTag) => Promise<void> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: remove } = useDeleteTag(project, repository)
  const mayRestore = useMayRestore(project, repository)
  const offerUndo = useOfferUndo(project, mayRestore)
  const wayBack = useWayBack(mayRestore)

  return useCallback(
    async ({ name, digest, other_tags: others }: RepositoryTag) => {
      const isDeleted = await confirm({
        title: t('tag.deleteTitle', { name }),
        content: <WhatStays digest={digest} others={others} wayBack={wayBack} />,
        okText: t('tag.deleteAction'),
        run: () => remove(name),
      })
      if (isDeleted) await offerUndo(t('tag.deleted', { name }), [{ repository, reference: name }])
    },
    [t, confirm, remove, offerUndo, wayBack, repository],
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
