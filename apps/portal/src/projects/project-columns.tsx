import { DeleteOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../lists/column'
import { actionsColumn, countColumn, nameColumn, OnNarrow, timeColumn } from '../lists/columns'
import { RoleOf } from '../rights/role-of'
import { useRights } from '../session/rights.queries'
import { useSignedInUser } from '../session/session.queries'
import { AccessTag } from './access-tag'
import styles from './project-columns.module.css'
import type { Project } from './projects.queries'
import { ProxyTag } from './proxy-tag'
import { useConfirmProjectDelete } from './use-confirm-project-delete'

const isPublic = (project: Project) => project.metadata.public === 'true'

export function useProjectColumns(): Column<Project>[] {
  const { t } = useTranslation()
  const { sysadmin, username } = useSignedInUser()
  const { may } = useRights('system')
  const confirmDelete = useConfirmProjectDelete()
  // Of one project alone its own page knows what the reader may do there.
  const mayDelete = may('project:delete')
  const isSomebody = username !== ''

  return useMemo(
    () => [
      nameColumn({
        key: 'name',
        title: t('project.name'),
        sorts: true,
        cell: (project) => (
          <>
            <Link to="/projects/$project/overview" params={{ project: project.name }} className="strong-link">
              {project.name}
            </Link>
            <OnNarrow>
              <span className={styles.marks}>
                <AccessTag isPublic={isPublic(project)} />
                <ProxyTag registryId={project.registry_id} />
                {t('repository.count', { count: project.repo_count })}
              </span>
            </OnNarrow>
          </>
        ),
      }),
      {
        key: 'access',
        title: t('project.access'),
        from: 'md',
        cell: (project) => (
          <span className={styles.marks}>
            <AccessTag isPublic={isPublic(project)} />
            <ProxyTag registryId={project.registry_id} />
          </span>
        ),
      },
      ...(isSomebody
        ? [
            {
              key: 'role',
              title: t('project.role'),
              from: 'md' as const,
              cell: (project: Project) => (
                <span className="nowrap">
                  <RoleOf
                    id={project.current_user_role_id}
                    none={<span className="muted">{sysadmin ? t('roles.systemAdmin') : t('roles.none')}</span>}
                  />
                </span>
              ),
            },
          ]
        : []),
      countColumn({
        key: 'repo_count',
        title: t('repository.list'),
        from: 'md',
        count: (project) => project.repo_count,
      }),
      timeColumn({
        key: 'creation_time',
        title: t('project.created'),
        sorts: true,
        from: 'sm',
        value: (project) => project.creation_time,
      }),
      ...(mayDelete
        ? [
            actionsColumn<Project>(t, (project) => (
              <Button
                type="text"
                danger
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('project.deleteOf', { name: project.name })}
                data-tip={t('actions.delete')}
                onClick={() => void confirmDelete(project)}
              />
            )),
          ]
        : []),
    ],
    [t, sysadmin, isSomebody, mayDelete, confirmDelete],
  )
}
