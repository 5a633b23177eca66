import { useTranslation } from 'react-i18next'
import { StatusScene } from '../errors/status-scene'
import { ToProjects } from '../errors/to-projects'
import { useMissingRight } from './use-words'

/** Tells whoever may not see a page of a project which right is missing, and who has it. */
export function PageRefused({ project, needs }: { project: string; needs: string }) {
  const { t } = useTranslation()
  const missing = useMissingRight()
  return (
    <StatusScene
      title={t('project.pageRefused')}
      text={`${t('project.pageRefusedNext', { name: project })} ${missing(needs)}`}
    >
      <ToProjects />
    </StatusScene>
  )
}
