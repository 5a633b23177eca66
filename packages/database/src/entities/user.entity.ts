import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity({ name: 'user' })
export class User {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id: number

  @Column({ type: 'varchar', length: 255 })
  username: string

  @Column({ type: 'varchar', length: 255, nullable: true })
  email: string | null

  @Column({ type: 'varchar', length: 255, default: '' })
  realname: string

  @Column({ type: 'varchar', length: 255, default: '' })
  comment: string

  /** bcrypt. Null: the user cannot sign in with a password. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash: string | null

  @Column({ type: 'boolean', default: false })
  sysadmin: boolean

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date

  /** Set: deleted. The row stays, because projects and history name it. */
  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt: Date | null
}
