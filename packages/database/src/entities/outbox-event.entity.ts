import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

/** A change that others hear of: written in the transaction that made it. */
@Entity({ name: 'outbox' })
export class OutboxEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string

  @Column({ type: 'text' })
  type: string

  @Column({ type: 'jsonb' })
  payload: object

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date

  @Column({ name: 'dispatched_at', type: 'timestamptz', nullable: true })
  dispatchedAt: Date | null
}
