import { DeleteOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Grid, type TableColumnsType, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSignedInUser } from '../account/session.queries'
import { RelativeTime } from '../components/relative-time'
import { sortOrder } from '../lists/list-state'
import { AccessTag } from './access-tag'
import type { Project } from './projects.queries'
import { roleName } from './role-name'
import { useConfirmProjectDelete } from './use-confirm-project-delete'

const projectAdmin = 1

export function useProjectColumns(sort: string): TableColumnsType<Project> {
  const { t } = useTranslation()
  const { sysadmin } = useSignedInUser()
  const wide = Grid.useBreakpoint().md !== false
  const confirmDelete = useConfirmProjectDelete()

  const columns: TableColumnsType<Project> = [
    {
      key: 'name',
      title: t('project.name'),
      sorter: true,
      sortOrder: sortOrder(sort, 'name'),
      render: (_, project) => (
        <div className="cell-main">
          <Link to="/projects/$project" params={{ project: project.name }} className="strong-link">
            {project.name}
          </Link>
          {wide ? null : (
            <span className="cell-sub">
              <AccessTag isPublic={project.metadata.public === 'true'} />
              {t('repository.count', { count: project.repo_count })}
            </span>
          )}
        </div>
      ),
    },
    {
      key: 'access',
      title: t('project.access'),
      responsive: ['md'],
      render: (_, project) => <AccessTag isPublic={project.metadata.public === 'true'} />,
    },
    {
      key: 'role',
      title: t('project.role'),
      responsive: ['md'],
      render: (_, project) =>
        roleName(t, project.current_user_role_id) ?? (
          <span className="muted">{sysadmin ? t('roles.systemAdmin') : t('roles.none')}</span>
        ),
    },
    {
      key: 'repo_count',
      title: t('repository.list'),
      align: 'right',
      responsive: ['md'],
      render: (_, project) => project.repo_count,
    },
    {
      key: 'creation_time',
      title: t('project.created'),
      sorter: true,
      sortOrder: sortOrder(sort, 'creation_time'),
      responsive: ['sm'],
      render: (_, project) => <RelativeTime value={project.creation_time} />,
    },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('actions.label')}</span>,
      align: 'right',
      width: 56,
      render: (_, project) =>
        sysadmin || project.current_user_role_id === projectAdmin ? (
          <Tooltip title={t('actions.delete')}>
            <Button
              type="text"
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('project.deleteOf', { name: project.name })}
              onClick={() => confirmDelete(project)}
            />
          </Tooltip>
        ) : null,
    },
  ]
  return columns
}
