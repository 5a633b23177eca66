import { parseArgs } from 'node:util'
import { databaseSettings, SettingsError } from '@berth/config'
import { migrate, missingMigrations } from '@berth/database/orm'

/**
 * `migrate.js` brings the schema up to date; `migrate.js --check` changes nothing, and fails where it is not.
 * A mistyped `--check` must not change a database.
 */
async function main(args: string[]): Promise<void> {
  const { check } = parseArgs({ args, options: { check: { type: 'boolean', default: false } } }).values
  const settings = databaseSettings()
  const names = await (check ? missingMigrations(settings) : migrate(settings))
  for (const name of names) console.log(`${check ? 'missing' : 'done'}: ${name}`)
  if (names.length === 0) console.log('The schema is up to date.')
  else if (check) process.exitCode = 1
}

main(process.argv.slice(2)).catch((error: unknown) => {
  // Wrong words say by themselves what is wrong, as wrong settings do.
  console.error(error instanceof SettingsError || error instanceof TypeError ? error.message : error)
  process.exitCode = 2
})
