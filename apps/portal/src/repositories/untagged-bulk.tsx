import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Selection } from '../lists/selection'
import { useRights } from '../session/rights.queries'
import { BulkBar } from './bulk-bar'
import { type UntaggedArtifact, useDeleteArtifact } from './repositories.queries'
import { useConfirmEach } from './use-confirm-each'

interface UntaggedBulkProps {
  project: string
  repository: string
  selection: Selection
  /** Those of the page. */
  rows: readonly UntaggedArtifact[]
}

/** What can be done with the artifacts that are ticked. */
export function UntaggedBulk({ project, repository, selection, rows }: UntaggedBulkProps) {
  const { t } = useTranslation()
  const { may } = useRights({ project, repository })
  const confirm = useConfirmEach()
  const { mutateAsync: remove } = useDeleteArtifact(project, repository)
  const chosen = rows.filter(({ digest }) => selection.keys.has(digest))
  const names = chosen.map(({ digest }) => digest)
  const artifacts = chosen.map(({ digest, size }) => ({ digest, size, tags: [], others: [], isDeleted: true }))
  const title = t('bulk.deleteArtifacts', { count: names.length })
  return (
    <BulkBar project={project} repository={repository} selection={selection} digests={names}>
      {may('artifact:delete') ? (
        <Button danger onClick={() => void confirm({ title, okText: title, names, artifacts, remove })}>
          {t('bulk.delete')}
        </Button>
      ) : null}
    </BulkBar>
  )
}
