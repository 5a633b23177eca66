import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity({ name: 'project' })
export class Project {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id: number

  @Column({ type: 'varchar', length: 255 })
  name: string

  @Column({ name: 'owner_id', type: 'integer' })
  ownerId: number

  @Column({ type: 'boolean', default: false })
  public: boolean

  /** Values are strings, as clients expect; `public` is a column of its own. */
  @Column({ type: 'jsonb', default: {} })
  metadata: Record<string, string>

  /** The CVEs that its gate lets through. */
  @Column({ name: 'cve_allowlist', type: 'jsonb', default: { items: [] } })
  cveAllowlist: { readonly items: readonly { readonly cve_id: string }[]; readonly expires_at?: number | undefined }

  @Column({ name: 'repo_count', type: 'integer', default: 0 })
  repoCount: number

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date
}
