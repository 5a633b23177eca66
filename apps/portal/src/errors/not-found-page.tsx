import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/api-error'
import { usePageTitle } from '../components/use-page-title'
import { describeError } from './describe-error'
import { StatusScene } from './status-scene'
import { ToProjects } from './to-projects'

interface NotFoundPageProps {
  /** What the server said of what does not exist; absent: no page has this address. */
  error?: unknown
  /** To what the page would be a part of, where its address says more than the project. */
  up?: ReactNode
}

/** The one page for what does not exist, with the way back. */
export function NotFoundPage({ error, up }: NotFoundPageProps) {
  const { t } = useTranslation()
  usePageTitle(t('notFound.title'))
  const described = error === undefined ? undefined : describeError(t, error)
  return (
    <StatusScene title={described?.message ?? t('notFound.title')} text={described?.next ?? t('notFound.text')}>
      {up ?? <WayUp isProjectGone={error instanceof ApiError && error.reason === 'PROJECT_NOT_FOUND'} />}
      <ToProjects />
    </StatusScene>
  )
}

/** To what the page would be a part of. */
function WayUp({ isProjectGone }: { isProjectGone: boolean }) {
  const { t } = useTranslation()
  const { project, rule } = useParams({ strict: false })
  if (rule !== undefined) return <Link to="/replications">{t('notFound.up', { name: t('nav.replications') })}</Link>
  if (project === undefined || isProjectGone) return null
  return (
    <Link to="/projects/$project" params={{ project }}>
      {t('notFound.up', { name: project })}
    </Link>
  )
}
