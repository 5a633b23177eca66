import { DeleteOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../components/relative-time'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, countColumn, nameColumn, OnNarrow, Small, timeColumn } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import { type Repository, useDeleteRepository } from './repositories.queries'

export function useRepositoryColumns(project: string): Column<Repository>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: remove } = useDeleteRepository(project)
  const { may } = useRights({ project })
  const mayDelete = may('repository:delete')

  return useMemo(() => {
    const inProject = (name: string) => name.slice(project.length + 1)
    const confirmDelete = (repository: Repository) => {
      const { name, artifact_count: artifacts } = repository
      void confirm({
        title: t('repository.deleteTitle', { name }),
        content: <WhatGoes repository={repository} />,
        okText: t('repository.deleteAction'),
        ...(artifacts === 0 ? {} : { typed: inProject(name) }),
        run: () => remove(inProject(name)),
        done: t('repository.deleted', { name }),
      })
    }
    return [
      nameColumn<Repository>({
        key: 'name',
        title: t('repository.name'),
        sorts: true,
        cell: ({ name, artifact_count: artifacts, update_time: updated }) => (
          <>
            <Link
              to="/projects/$project/repositories/$"
              params={{ project, _splat: inProject(name) }}
              className="strong-link"
            >
              {inProject(name)}
            </Link>
            <OnNarrow>
              <Small>{t('repository.artifactCount', { count: artifacts })}</Small>
            </OnNarrow>
            <OnNarrow below="sm">
              <Small>
                <RelativeTime value={updated} />
              </Small>
            </OnNarrow>
          </>
        ),
      }),
      countColumn({
        key: 'artifact_count',
        title: t('repository.artifacts'),
        from: 'md',
        count: ({ artifact_count: artifacts }) => artifacts,
      }),
      countColumn({
        key: 'pull_count',
        title: t('repository.pulls'),
        sorts: true,
        from: 'md',
        count: ({ pull_count: pulls }) => pulls,
      }),
      timeColumn({
        key: 'update_time',
        title: t('repository.updated'),
        sorts: true,
        from: 'sm',
        value: ({ update_time: updated }) => updated,
      }),
      ...(mayDelete
        ? [
            actionsColumn<Repository>(t, (repository) => (
              <Button
                type="text"
                danger
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('repository.deleteOf', { name: repository.name })}
                data-tip={t('actions.delete')}
                onClick={() => confirmDelete(repository)}
              />
            )),
          ]
        : []),
    ]
  }, [t, confirm, project, mayDelete, remove])
}

/** What is lost with the repository, and whether anybody uses it. */
function WhatGoes({ repository }: { repository: Repository }) {
  const { t } = useTranslation()
  const { artifact_count: artifacts, pull_count: pulls, update_time: updated } = repository
  return (
    <>
      <p>{t('repository.deleteText', { count: artifacts })}</p>
      <p>
        {t('repository.pulledSoFar', { count: pulls })} {t('repository.lastChanged')} <RelativeTime value={updated} />
      </p>
    </>
  )
}
