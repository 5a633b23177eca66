import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Selecting, type Selection, useSelection } from '../lists/selection'
import { useRights } from '../session/rights.queries'
import { artifactKey, targetOf } from './artifact-columns'
import { BulkBar } from './bulk-bar'
import type { ListedArtifact } from './repositories.queries'
import { useConfirmArtifactDelete } from './use-confirm-artifact-delete'

interface ListedArtifacts {
  project: string
  /** Absent: the list is of all of the project. */
  repository?: string
  /** Those of the page. */
  rows: readonly ListedArtifact[]
}

const none: readonly ListedArtifact[] = []

/** A list of artifacts whose rows can be ticked, and beneath it what can be done with those that are. */
export function ArtifactSelection({
  rows = none,
  children,
  ...list
}: Omit<ListedArtifacts, 'rows'> & { rows: readonly ListedArtifact[] | undefined; children: ReactNode }) {
  const selection = useSelection(useMemo(() => rows.map(artifactKey), [rows]))
  return (
    <Selecting selection={selection}>
      {children}
      {selection.size > 0 ? <ArtifactBulk {...list} rows={rows} selection={selection} /> : null}
    </Selecting>
  )
}

/** What can be done with the artifacts that are ticked. */
function ArtifactBulk({ project, repository, selection, rows }: ListedArtifacts & { selection: Selection }) {
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
