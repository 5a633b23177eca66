import { UserError } from '@berth/contracts'
import type { Settings } from './settings-table.js'

/**
 * What settings have to be together, in whatever order they were given.
 * @throws {UserError} SETTING_NEEDS
 */
export function requireTogether(settings: Settings): void {
  if (settings.skip_audit_log_database && settings.audit_log_forward_endpoint === '')
    throw new UserError('SETTING_NEEDS')
}
