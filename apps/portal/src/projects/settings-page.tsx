import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Card, Skeleton, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { useErrorNotice } from '../errors/use-error-notice'
import { projectQuery, useSetProjectAccess } from './projects.queries'
import { useConfirmProjectDelete } from './use-confirm-project-delete'

export function SettingsPage() {
  const { t } = useTranslation()
  const { project: name } = useParams({ from: '/shell/projects/$project/settings' })
  const { message } = App.useApp()
  const navigate = useNavigate()
  const notice = useErrorNotice()
  const { data: project } = useQuery(projectQuery(name))
  const setAccess = useSetProjectAccess(name)
  const confirmDelete = useConfirmProjectDelete(() => void navigate({ to: '/projects' }))
  if (project === undefined) return <Skeleton active className="section" />

  const isPublic = setAccess.isPending ? setAccess.variables : project.metadata.public === 'true'
  return (
    <div className="section settings">
      <Card title={t('settings.access')}>
        <div className="setting-row">
          <div>
            <strong id="public-switch">{t('settings.public')}</strong>
            <p>{isPublic ? t('project.publicText') : t('project.privateText')}</p>
          </div>
          <Switch
            aria-labelledby="public-switch"
            checked={isPublic}
            loading={setAccess.isPending}
            onChange={(next) =>
              setAccess.mutate(next, { onSuccess: () => void message.success(t('settings.saved')), onError: notice })
            }
          />
        </div>
      </Card>
      <Card title={t('settings.danger')} className="danger-card">
        <div className="setting-row">
          <div>
            <strong>{t('settings.delete')}</strong>
            <p>{t('settings.deleteText')}</p>
          </div>
          <Button danger onClick={() => confirmDelete(project)}>
            {t('project.deleteAction')}
          </Button>
        </div>
      </Card>
    </div>
  )
}
