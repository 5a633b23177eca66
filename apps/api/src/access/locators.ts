import sql, { type Sql } from 'sql-template-tag'

/** How to find the project of what a path names by its id alone: rows of one column, null where it belongs to the system. */
export const locators = {
  retention: (id: number) => sql`select project_id from retention_policy where id = ${id}`,
  label: (id: number) => sql`select project_id from label where id = ${id}`,
  robot: (id: number) => sql`select project_id from robot where id = ${id}`,
} satisfies Readonly<Record<string, (id: number) => Sql>>

export type LocatorName = keyof typeof locators
