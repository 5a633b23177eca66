import { readdir } from 'node:fs/promises'
import { extname } from 'node:path'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a file of the folder `migrations` exports as `migration`. */
export type Migration =
  /** SQL that runs in one transaction. */
  | { readonly statements: string }
  /**
   * Indexes of tables that may be large. They are built beside the work of others (`concurrently`), each in no transaction. One that an
   * interruption has left unfinished is dropped and built again.
   */
  | { readonly indexes: readonly Index[] }

interface Index {
  readonly name: string
  /** What follows `on` in its definition: `artifact (repository_id) where is_listed`. */
  readonly on: string
  readonly unique?: boolean
}

export type NamedMigration = Migration & {
  /** The name of its file, without the extension: `0001-initial`. Migrations run in the order of their numbers. */
  readonly name: string
}

const folder = new URL('migrations/', import.meta.url)
/** `.js` where it is built, `.ts` where a test reads the source. */
const extension = extname(import.meta.filename)

/** Reads the folder. @throws {Error} where a file is not named `0001-what-it-does`, or two have the same number */
export async function readMigrations(): Promise<NamedMigration[]> {
  const names = (await readdir(folder))
    .filter((file) => extname(file) === extension && !file.endsWith('.d.ts'))
    .map((file) => file.slice(0, -extension.length))
    .toSorted()
  for (const [index, name] of names.entries()) {
    if (!/^\d{4}(-[a-z0-9]+)+$/.test(name)) throw new Error(`${name}: a migration is named like 0001-what-it-does`)
    const next = names[index + 1]
    if (next?.slice(0, 4) === name.slice(0, 4)) throw new Error(`${name} and ${next} have the same number`)
  }
  return Promise.all(
    names.map(async (name) => {
      const { migration }: { readonly migration?: Migration } = await import(new URL(name + extension, folder).href)
      if (!migration) throw new Error(`${name} exports no migration`)
      return { name, ...migration }
    }),
  )
}

/** A migration as TypeORM runs it. It takes the order from the last 13 characters of the name under which it keeps a migration. */
export function asTypeOrm(migration: NamedMigration): new () => MigrationInterface {
  return class {
    readonly name = nameInTable(migration.name)
    readonly transaction = 'statements' in migration

    async up(runner: QueryRunner): Promise<void> {
      if ('statements' in migration) await runner.query(migration.statements)
      else for (const index of migration.indexes) await build(runner, index)
    }

    async down(): Promise<void> {
      throw new Error(`${migration.name}: the version before runs on the newer schema, so nothing goes back.`)
    }
  }
}

/** The name under which the table `migrations` keeps it. */
export function nameInTable(name: string): string {
  return `${name}-${name.slice(0, 4).padStart(13, '0')}`
}

async function build(runner: QueryRunner, { name, on, unique = false }: Index): Promise<void> {
  const known: { readonly valid: boolean }[] = await runner.query(
    'select indisvalid as valid from pg_index where indexrelid = to_regclass($1)',
    [name],
  )
  if (known[0]?.valid) return
  if (known[0]) await runner.query(`drop index concurrently ${name}`)
  await runner.query(`create ${unique ? 'unique ' : ''}index concurrently ${name} on ${on}`)
}
