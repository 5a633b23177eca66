import { Tag } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import { useConfirm } from '../forms/use-confirm'
import styles from './deleted-name.module.css'
import { type Deleted, usePurgeDeleted } from './deleted.queries'

/** Asks before a deleted artifact goes for good. */
export function useConfirmPurge(project: string, repository: string): (item: Deleted) => Promise<boolean> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: purge } = usePurgeDeleted(project, repository)
  return useCallback(
    ({ digest, tags }: Deleted) => {
      const name = shortDigest(digest)
      return confirm({
        title: t('deletedList.purgeTitle', { name }),
        content: <WhatGoes repository={`${project}/${repository}`} tags={tags} />,
        okText: t('deletedList.purge'),
        run: () => purge(digest),
        done: t('deletedList.purged', { name }),
      })
    },
    [t, confirm, purge, project, repository],
  )
}

/** What one knows the artifact by: few people know digests. */
function WhatGoes({ repository, tags }: { repository: string; tags: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <>
      <p>
        {tags.length === 0
          ? t('deletedList.purgeUntagged', { repository })
          : t('deletedList.purgeTagged', { repository, count: tags.length })}
      </p>
      {tags.length === 0 ? null : (
        <p className={styles.tags}>
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </p>
      )}
      <p>{t('deletedList.purgeText')}</p>
    </>
  )
}
