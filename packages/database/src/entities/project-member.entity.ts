import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity({ name: 'project_member' })
export class ProjectMember {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id: number

  @Column({ name: 'project_id', type: 'integer' })
  projectId: number

  @Column({ name: 'user_id', type: 'integer' })
  userId: number

  /** Of the table `role`. */
  @Column({ name: 'role_id', type: 'smallint' })
  roleId: number

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date
}
