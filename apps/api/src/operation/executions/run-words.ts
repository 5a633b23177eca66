import sql, { join, type Sql } from 'sql-template-tag'

type Words = Readonly<Record<string, string | readonly string[]>>

/** Harbor's words for how runs with tasks stand, and ours. One that waits is under way to Harbor's clients. */
export const runStatuses = {
  InProgress: ['pending', 'running'],
  Succeed: 'success',
  Failed: 'error',
  Stopped: 'stopped',
} as const

/** A column in the words of a table from others' words to ours. */
export function inWords(column: Sql, table: Words): Sql {
  const cases = Object.entries(table).flatMap(([word, ours]) =>
    [ours].flat().map((one) => sql`when ${one} then ${word}::text`),
  )
  return sql`case ${column} ${join(cases, ' ')} end`
}

/** What somebody else's word stands for; of no other word there is anything. */
export const wordsFor = (table: Words, asked: string): string[] =>
  Object.entries(table).flatMap(([word, ours]) => (word.toLowerCase() === asked.toLowerCase() ? [ours].flat() : []))
