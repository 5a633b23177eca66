import { z } from 'zod'
import { authMode, type FirstSettings } from './account-sources.js'
import {
  address,
  byteSize,
  count,
  folder,
  hostname,
  hostsOrNetworks,
  logFolder,
  networks,
  onOff,
  password,
  port,
  word,
} from './values.js'

/** Every key that Berth uses, with its default. Values arrive as the file's text. */
export const settingsSchema = z.object({
  hostname: hostname.default('auto'),
  ui_url_protocol: word('http', 'https').default('http'),
  http_port: port.optional(),
  https_port: port.optional(),
  ssl_cert: z.string().startsWith('/', 'is not an absolute path').optional(),
  ssl_cert_key: z.string().startsWith('/', 'is not an absolute path').optional(),
  external_url: address.optional(),
  trusted_proxies: networks.default([]),
  outbound_allow: hostsOrNetworks.default([]),
  data_volume: folder.default('/data'),
  log_location: logFolder.default('/var/log/berth'),
  log_rotate_count: count(0, 10_000).default(50),
  log_rotate_size: byteSize.default(200 * 1024 ** 2),
  harbor_admin_password: password.default('Harbor12345'),
  auth_mode: authMode.default('db_auth'),
  self_registration: onOff.default(true),
  project_creation_restriction: word('everyone', 'adminonly').default('everyone'),
  token_expiration: count(1, 1440).default(30),
  reload_config: onOff.default(false),
  max_job_workers: count(1, 100).default(10),
  deleted_retention_days: count(0, 3650).default(7),
  storage_reserve: byteSize.optional(),
  sparse_manifests: word('off', 'indexes', 'all').default('indexes'),
  // UDP port of 127.0.0.1 at which the log container receives the others' output.
  log_port: port.default(1514),
  // Services of a native installation listen on 127.0.0.1 at fixed distances from this port.
  native_port_base: count(1024, 60_000).default(15_000),
})

export type SettingKey = keyof z.output<typeof settingsSchema>
export interface Settings extends z.output<typeof settingsSchema> {
  /** Of the source of accounts that `auth_mode` names. */
  readonly accounts: FirstSettings
}
