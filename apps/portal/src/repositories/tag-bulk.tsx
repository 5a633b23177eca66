import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Selection } from '../lists/selection'
import { useRights } from '../session/rights.queries'
import { BulkBar } from './bulk-bar'
import type { GoingArtifact } from './going'
import type { RepositoryTag } from './repositories.queries'
import { useConfirmTagsDelete } from './use-confirm-tags-delete'

interface TagBulkProps {
  project: string
  repository: string
  selection: Selection
  /** Those of the page. */
  tags: readonly RepositoryTag[]
}

/** The artifacts that some tags name, each with the tags that go and those that stay. */
function artifactsOf(tags: readonly RepositoryTag[]): GoingArtifact[] {
  const named = Map.groupBy(tags, ({ digest }) => digest)
  return [...named].map(([digest, going]) => {
    const names = going.map(({ name }) => name)
    const [first] = going
    const others = first === undefined ? [] : first.other_tags.filter((other) => !names.includes(other))
    return { digest, size: first?.size ?? 0, tags: names, others }
  })
}

/** What can be done with the tags that are ticked. */
export function TagBulk({ project, repository, selection, tags }: TagBulkProps) {
  const { t } = useTranslation()
  const { may } = useRights({ project, repository })
  const confirm = useConfirmTagsDelete(project, repository)
  const artifacts = artifactsOf(tags.filter(({ name }) => selection.keys.has(name)))
  return (
    <BulkBar
      project={project}
      repository={repository}
      selection={selection}
      targets={artifacts.map(({ digest }) => ({ repository, digest }))}
    >
      {may('tag:delete') ? (
        <Button danger onClick={() => void confirm(artifacts)}>
          {t('bulk.delete')}
        </Button>
      ) : null}
    </BulkBar>
  )
}
