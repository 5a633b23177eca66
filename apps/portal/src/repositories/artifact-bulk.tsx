import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Selection } from '../lists/selection'
import { useRights } from '../session/rights.queries'
import { artifactKey, targetOf } from './artifact-columns'
import { BulkBar } from './bulk-bar'
import type { ListedArtifact } from './repositories.queries'
import { useConfirmArtifactDelete } from './use-confirm-artifact-delete'

interface ArtifactBulkProps {
  project: string
  /** Absent: the list is of all of the project. */
  repository?: string
  selection: Selection
  /** Those of the page. */
  rows: readonly ListedArtifact[]
}

/** What can be done with the artifacts that are ticked. */
export function ArtifactBulk({ project, repository, selection, rows }: ArtifactBulkProps) {
  const { t } = useTranslation()
  const { may } = useRights({ project, repository })
  const { ask, isLooking } = useConfirmArtifactDelete({ project, repository })
  const targets = rows.filter((row) => selection.keys.has(artifactKey(row))).map((row) => targetOf(project, row))
  return (
    <BulkBar project={project} repository={repository} selection={selection} targets={targets}>
      {may('artifact:delete') ? (
        <Button danger loading={isLooking} onClick={() => void ask(targets)}>
          {t('bulk.delete')}
        </Button>
      ) : null}
    </BulkBar>
  )
}
