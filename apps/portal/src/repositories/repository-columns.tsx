import { DeleteOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Grid, type TableColumnsType, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../components/relative-time'
import { useConfirm } from '../components/use-confirm'
import { sortOrder } from '../lists/list-state'
import { type Repository, useDeleteRepository } from './repositories.queries'

export function useRepositoryColumns(project: string, sort: string, mayDelete: boolean): TableColumnsType<Repository> {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const remove = useDeleteRepository(project)
  const wide = Grid.useBreakpoint().md !== false
  const inProject = (name: string) => name.slice(project.length + 1)

  const confirmDelete = ({ name, artifact_count: artifacts }: Repository) =>
    void confirm({
      title: t('repository.deleteTitle', { name }),
      content: t('repository.deleteText', { count: artifacts }),
      okText: t('repository.deleteAction'),
      run: () => remove.mutateAsync(inProject(name)),
      done: t('repository.deleted', { name }),
    })

  return [
    {
      key: 'name',
      title: t('repository.name'),
      sorter: true,
      sortOrder: sortOrder(sort, 'name'),
      render: (_, { name, artifact_count: artifacts }) => (
        <div className="cell-main">
          <Link
            to="/projects/$project/repositories/$"
            params={{ project, _splat: inProject(name) }}
            className="strong-link"
          >
            {inProject(name)}
          </Link>
          {wide ? null : <span className="cell-sub">{t('repository.artifactCount', { count: artifacts })}</span>}
        </div>
      ),
    },
    {
      key: 'artifact_count',
      title: t('repository.artifacts'),
      align: 'right',
      responsive: ['md'],
      render: (_, { artifact_count: artifacts }) => artifacts,
    },
    {
      key: 'pull_count',
      title: t('repository.pulls'),
      align: 'right',
      sorter: true,
      sortOrder: sortOrder(sort, 'pull_count'),
      responsive: ['md'],
      render: (_, { pull_count: pulls }) => pulls,
    },
    {
      key: 'update_time',
      title: t('repository.updated'),
      sorter: true,
      sortOrder: sortOrder(sort, 'update_time'),
      render: (_, { update_time: updated }) => <RelativeTime value={updated} />,
    },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('actions.label')}</span>,
      align: 'right',
      width: 56,
      render: (_, repository) =>
        mayDelete ? (
          <Tooltip title={t('actions.delete')}>
            <Button
              type="text"
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('repository.deleteOf', { name: repository.name })}
              onClick={() => confirmDelete(repository)}
            />
          </Tooltip>
        ) : null,
    },
  ]
}
