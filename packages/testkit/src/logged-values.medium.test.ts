import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { startPostgres } from './postgres.js'

const shipped = readFileSync(new URL('../../../deploy/postgresql/postgresql.conf', import.meta.url), 'utf8')

test("the database's log holds statements and no values, be they slow, wrong, or refused as a row", async () => {
  const settings = [...shipped.matchAll(/^(log_(?:parameter|error)\w+) = (\S+)$/gm)].map(
    ([, key, value]) => `${key}=${value}`,
  )
  await using server = await startPostgres({
    settings: [...settings, 'log_min_duration_statement=0', 'log_line_prefix='],
  })
  const client = new Client(server.settings('postgres'))
  await client.connect()
  const hash = '$2b$10$hash-of-a-password'
  await client.query('create table person (name text unique, password text not null, age int check (age > 0))')
  await client.query('insert into person values ($1, $2, 1)', ['mara', hash])
  const refused: [string, string[]][] = [
    ['insert into person values ($1, $2, 0)', ['nils', hash]],
    ['insert into person values ($1, $2, 1)', ['mara', hash]],
    ['insert into person values ($2, null, length($1))', [hash, 'olga']],
    ['select $1::text::int', [hash]],
    ['update person set age = -1 where password = $1', [hash]],
  ]
  for (const [text, values] of refused) await expect(client.query(text, values)).rejects.toThrow()
  await client.end()
  const log = server.log()
  expect(log.match(/insert into person values \(\$1, \$2/g)?.length).toBeGreaterThan(2)
  expect(log).toContain('violates check constraint')
  // What PostgreSQL quotes of a value that it cannot read is a part of the message itself.
  expect(log.replaceAll(/invalid input syntax for type integer: "[^\n]*/g, '')).not.toContain(hash)
  expect(log).not.toMatch(/mara|nils|olga/)
})
