import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import type { Column } from '../lists/column'
import { nameColumn, timeColumn } from '../lists/columns'
import { ListTable } from '../lists/list-table'
import type { Artifact } from './artifacts.queries'
import { TagHistory } from './tag-history'

type ArtifactTag = NonNullable<Artifact['tags']>[number]

interface TagsTabProps {
  project: string
  repository: string
  artifact: Artifact
  /** The tag that the page is opened by. */
  tag: string | undefined
  linkOf: (tag: string) => ReactNode
}

/** The tags that name the artifact now, and what became of one of them. */
export function TagsTab({ project, repository, artifact: { tags }, tag, linkOf }: TagsTabProps) {
  const { t } = useTranslation()
  const columns = useMemo(
    (): Column<ArtifactTag>[] => [
      nameColumn<ArtifactTag>({ key: 'name', title: t('tag.name'), cell: ({ name }) => linkOf(name) }),
      timeColumn<ArtifactTag>({ key: 'push_time', title: t('tag.pushed'), value: ({ push_time: time }) => time }),
      timeColumn<ArtifactTag>({
        key: 'pull_time',
        title: t('tag.pulled'),
        from: 'sm',
        value: ({ pull_time: time }) => time,
      }),
    ],
    [t, linkOf],
  )
  if (tags === null || tags.length === 0)
    return <EmptyState title={t('tag.none')} text={t('artifactPage.tagsTab.none')} />
  return (
    <>
      <ListTable label={t('tag.list')} columns={columns} rowKey="name" rows={tags} />
      <TagHistory project={project} repository={repository} tag={tag ?? tags[0]?.name ?? ''} />
    </>
  )
}
