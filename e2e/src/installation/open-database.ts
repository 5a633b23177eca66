import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Installation } from './installation.js'

/** A connection to the installation's database, to look into it and to let time pass; to be ended by the caller. */
export async function openDatabase(installation: Installation): Promise<Client> {
  const password = await readFile(join(installation.plan.dataVolume, 'secret/database-password'), 'utf8')
  const address = await installation.databaseAddress()
  const client = new Client({ ...address, user: 'berth', database: 'berth', password: password.trim() })
  await client.connect()
  return client
}
