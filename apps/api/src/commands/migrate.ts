import { databaseSettings, SettingsError } from '@berth/config'
import { migrate, missingMigrations } from '@berth/database/orm'

/** `migrate.js` brings the schema up to date; `migrate.js --check` changes nothing, and fails where it is not. */
async function main(args: readonly string[]): Promise<void> {
  const settings = databaseSettings()
  if (args.includes('--check')) {
    const missing = await missingMigrations(settings)
    for (const name of missing) console.log(`missing: ${name}`)
    if (missing.length > 0) process.exitCode = 1
    return
  }
  for (const name of await migrate(settings)) console.log(`done: ${name}`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error)
  process.exitCode = 2
})
