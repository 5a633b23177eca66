import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity({ name: 'project_member' })
export class ProjectMember {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id: number

  @Column({ name: 'project_id', type: 'integer' })
  projectId: number

  /** A member is a user or a group. */
  @Column({ name: 'user_id', type: 'integer', nullable: true })
  userId: number | null

  @Column({ name: 'group_id', type: 'integer', nullable: true })
  groupId: number | null

  /** Of the table `role`. */
  @Column({ name: 'role_id', type: 'smallint' })
  roleId: number

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date
}
