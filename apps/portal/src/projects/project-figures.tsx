import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { Notice } from '../components/notice'
import { isNearLimit, StorageMeter } from '../components/storage-meter'
import { projectSummaryQuery } from '../session/project.queries'
import styles from './project-figures.module.css'

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** How much the project holds. Left out for those who may not read it. */
export function ProjectFigures({ name }: { name: string }) {
  const { t } = useTranslation()
  const { data, error } = useQuery(projectSummaryQuery(name))
  if (error !== null) return null
  const waiting = data === undefined ? <Skeleton.Button active size="small" /> : undefined

  const used = data?.quota?.used.storage ?? 0
  const limit = data?.quota?.hard.storage ?? -1
  return (
    <>
      <dl className={styles.figures}>
        <Figure label={t('repository.list')}>{waiting ?? data?.repo_count ?? 0}</Figure>
        {data?.member_count !== undefined && <Figure label={t('member.list')}>{data.member_count}</Figure>}
        {data?.quota && <Figure label={t('project.storage')}>{<Storage used={used} limit={limit} />}</Figure>}
      </dl>
      {data?.quota && isNearLimit(used, limit) ? (
        <Notice tone="warning">{used < limit ? t('project.nearLimit') : t('project.atLimit')}</Notice>
      ) : null}
    </>
  )
}

function Storage({ used, limit }: { used: number; limit: number }) {
  const { t, i18n } = useTranslation()
  if (limit < 0) return formatBytes(used, i18n.language)
  return (
    <>
      {t('project.usedOf', { used: formatBytes(used, i18n.language), limit: formatBytes(limit, i18n.language) })}
      <StorageMeter label={t('project.storage')} used={used} limit={limit} />
    </>
  )
}
