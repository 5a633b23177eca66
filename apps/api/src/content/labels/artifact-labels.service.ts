import { Injectable } from '@nestjs/common'
import { type Actor, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import sql from 'sql-template-tag'
import type { ArtifactContext } from '../../access/context.js'
import { Database } from '../../database/database.js'

interface Found {
  readonly name: string
}

const payloadOf = ({ digest, repository }: ArtifactContext, id: number, { name }: Found) => ({
  project_id: repository.project.id,
  repository_id: repository.id,
  repository: repository.name,
  digest,
  label_id: id,
  label: name,
})

/** Labels that artifacts have: each is a global one, or one of the artifact's project. */
@Injectable()
export class ArtifactLabelsService {
  constructor(private readonly database: Database) {}

  async add(artifact: ArtifactContext, id: number, actor: Actor): Promise<void> {
    const { reference, repository } = artifact
    await this.database.transaction(async (transaction) => {
      // Held, so that neither of them goes before they are bound together.
      const label = await transaction.row<Found>(sql`
        select name from label where id = ${id}::bigint and (project_id is null or project_id = ${repository.project.id})
        for key share`)
      if (!label) throw new UserError('LABEL_NOT_FOUND', { label: id })
      const held = await transaction.row(
        sql`select 1 as found from artifact where id = ${artifact.id} and deleted_at is null for key share`,
      )
      if (!held) throw new UserError('ARTIFACT_NOT_FOUND', { reference, repository: repository.name })
      const added = await transaction.row(sql`
        insert into artifact_label (artifact_id, label_id) values (${artifact.id}, ${id})
        on conflict do nothing returning 1 as added`)
      if (!added) throw new UserError('LABEL_ON_ARTIFACT', { reference, label: label.name })
      await emit(transaction, 'artifact.labelled', payloadOf(artifact, id, label), actor)
    })
  }

  async remove(artifact: ArtifactContext, id: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const label = await transaction.row<Found>(sql`
        delete from artifact_label x using label l
        where x.artifact_id = ${artifact.id} and x.label_id = ${id} and l.id = x.label_id returning l.name`)
      if (!label) throw new UserError('LABEL_NOT_ON_ARTIFACT', { reference: artifact.reference, label: id })
      await emit(transaction, 'artifact.unlabelled', payloadOf(artifact, id, label), actor)
    })
  }
}
