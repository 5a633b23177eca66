import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ name: 'quota' })
export class Quota {
  @PrimaryColumn({ name: 'project_id', type: 'integer' })
  projectId: number

  /** Bytes; -1: no limit. A string, as PostgreSQL's bigint arrives. */
  @Column({ name: 'hard_bytes', type: 'bigint', default: -1 })
  hardBytes: string

  /** Bytes without the deltas that wait in `quota_delta`. */
  @Column({ name: 'used_bytes', type: 'bigint', default: 0 })
  usedBytes: string
}
