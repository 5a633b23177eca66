import type { rest } from '@berth/contracts'
import { z } from 'zod'
import { flag } from '../../edge/flag.js'

export const permissionsQuery = z.object({
  scope: z
    .string()
    .max(600)
    .default('')
    .describe(
      '/project/<id or name>, the same with /repository/<name> for what is held in that one, or /system; absent: /system. X-Is-Resource-Name says that a number is a name.',
    ),
  relative: flag.default(false).describe('Leave the scope out of the resources.'),
})
export type PermissionsQuery = z.output<typeof permissionsQuery>

export type PermissionRow = z.output<typeof rest.permission>
export type GivablePermissions = z.output<typeof rest.givablePermissions>
