import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../components/use-page-title'
import { StatusScene } from '../errors/status-scene'
import { ToProjects } from '../errors/to-projects'
import type { Scope } from '../session/rights.queries'
import { useMissingRight } from './use-words'

interface PageRefusedProps {
  /** Of the page. */
  title: string
  scope: Scope
  needs: string
}

/** Tells whoever may not see a page so; of a project, which right is missing, and who has it. */
export function PageRefused({ scope, needs, title }: PageRefusedProps) {
  const { t } = useTranslation()
  const missing = useMissingRight()
  const name = scope === 'system' ? undefined : scope.project
  usePageTitle(name === undefined ? title : `${title} · ${name}`)
  return (
    <StatusScene
      title={t(name === undefined ? 'nav.refused' : 'project.pageRefused')}
      text={name === undefined ? t('nav.refusedNext') : `${t('project.pageRefusedNext', { name })} ${missing(needs)}`}
    >
      <ToProjects />
    </StatusScene>
  )
}
