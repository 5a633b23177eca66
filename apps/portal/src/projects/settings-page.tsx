import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button, Skeleton, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProjectAllowlist } from '../allowlist/project-allowlist'
import { tell } from '../components/feedback'
import { Panel } from '../components/panel'
import { useErrorNotice } from '../errors/use-error-notice'
import { ProxyPanel } from '../proxy-cache/proxy-panel'
import { projectQuery } from '../session/project.queries'
import { useRights } from '../session/rights.queries'
import { useSetProjectAccess } from './projects.queries'
import styles from './settings-page.module.css'
import { useConfirmProjectDelete } from './use-confirm-project-delete'

const route = getRouteApi('/shell/projects/$project/settings')

export function SettingsPage() {
  const { t } = useTranslation()
  const { project: name } = route.useParams()
  const navigate = useNavigate()
  const notice = useErrorNotice()
  const { may } = useRights({ project: name })
  const { data: project } = useQuery(projectQuery(name))
  const setAccess = useSetProjectAccess(name)
  const confirmDelete = useConfirmProjectDelete(() => void navigate({ to: '/projects' }))
  if (project === undefined) return <Skeleton active />

  const isPublic = setAccess.isPending ? setAccess.variables : project.metadata.public === 'true'
  return (
    <div className={styles.settings}>
      <Panel title={t('settings.access')}>
        <div className={styles.row}>
          <div>
            <strong id="public-switch">{t('settings.public')}</strong>
            <p>{isPublic ? t('project.publicText') : t('project.privateText')}</p>
          </div>
          <Switch
            aria-labelledby="public-switch"
            checked={isPublic}
            loading={setAccess.isPending}
            onChange={(next) => setAccess.mutate(next, { onSuccess: () => tell(t('settings.saved')), onError: notice })}
          />
        </div>
      </Panel>
      <ProxyPanel project={name} />
      <ProjectAllowlist project={name} />
      {may('self:delete') ? (
        <Panel title={t('settings.danger')}>
          <div className={styles.row}>
            <div>
              <strong>{t('settings.delete')}</strong>
              <p>{t('settings.deleteText')}</p>
            </div>
            <Button danger onClick={() => void confirmDelete(project)}>
              {t('project.deleteAction')}
            </Button>
          </div>
        </Panel>
      ) : null}
    </div>
  )
}
