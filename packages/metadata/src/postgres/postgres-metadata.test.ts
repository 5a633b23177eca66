import { readMigrations } from '@berth/database'
import { expect, it } from 'vitest'
import { NEEDED_MIGRATION } from './postgres-metadata.js'

it('needs a migration that there is', async () => {
  expect((await readMigrations()).map(({ name }) => name)).toContain(NEEDED_MIGRATION)
})
