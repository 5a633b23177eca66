import { useQuery } from '@tanstack/react-query'
import { Progress, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { projectSummaryQuery } from './projects.queries'

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** How much the project holds. Left out for those who may not read it. */
export function ProjectFigures({ name }: { name: string }) {
  const { t, i18n } = useTranslation()
  const { data, error } = useQuery(projectSummaryQuery(name))
  if (error !== null) return null
  const waiting = data === undefined ? <Skeleton.Button active size="small" /> : undefined

  const members =
    (data?.project_admin_count ?? 0) +
    (data?.maintainer_count ?? 0) +
    (data?.developer_count ?? 0) +
    (data?.guest_count ?? 0) +
    (data?.limited_guest_count ?? 0)
  const used = data?.quota.used.storage ?? 0
  const limit = data?.quota.hard.storage ?? -1
  return (
    <dl className="figures">
      <Figure label={t('repository.list')}>{waiting ?? data?.repo_count ?? 0}</Figure>
      <Figure label={t('member.list')}>{waiting ?? members}</Figure>
      <Figure label={t('project.storage')}>
        {waiting ?? (
          <>
            {limit < 0
              ? formatBytes(used, i18n.language)
              : t('project.usedOf', {
                  used: formatBytes(used, i18n.language),
                  limit: formatBytes(limit, i18n.language),
                })}
            {limit < 0 ? null : (
              <Progress
                percent={Math.min(100, Math.round((used / limit) * 100))}
                size="small"
                showInfo={false}
                aria-label={t('project.storage')}
                {...(used / limit > 0.9 ? { status: 'exception' as const } : {})}
              />
            )}
          </>
        )}
      </Figure>
    </dl>
  )
}
