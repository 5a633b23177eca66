import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CreateButton } from '../components/create-button'
import { onDemand } from '../components/on-demand'
import { withTexts } from '../i18n/i18n'
import { Panel } from '../components/panel'
import { useMayCreateProject } from '../projects/use-may-create-project'
import { PushInstructions } from '../repositories/push-instructions'

const CreateProjectDrawer = onDemand(
  async () => (await withTexts(import('../projects/create-project-drawer'), 'proxyCache')).CreateProjectDrawer,
)

/** The name that the lines have while there is no project to name. */
const STAND_IN = 'my-project'

/** The way to a first image, for somebody who has none yet. */
export function FirstSteps({ project }: { project: string | undefined }) {
  const { t } = useTranslation()
  const mayCreate = useMayCreateProject()
  const [creating, setCreating] = useState(false)
  return (
    <Panel title={t('push.firstTitle')}>
      {project === undefined ? (
        <>
          <p>{mayCreate ? t('home.firstProject', { name: STAND_IN }) : t('project.noneAsk')}</p>
          {mayCreate ? (
            <p>
              <CreateButton onClick={() => setCreating(true)}>{t('project.create')}</CreateButton>
            </p>
          ) : null}
        </>
      ) : (
        <p>{t('push.firstText', { project })}</p>
      )}
      <PushInstructions project={project ?? STAND_IN} compact />
      <CreateProjectDrawer open={creating} onClose={() => setCreating(false)} />
    </Panel>
  )
}
