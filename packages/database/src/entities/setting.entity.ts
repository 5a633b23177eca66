import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity({ name: 'setting' })
export class Setting {
  @PrimaryColumn({ type: 'text' })
  key: string

  @Column({ type: 'jsonb' })
  value: unknown

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date
}
