export const DIRECTLY = 'Berth sends its requests to other registries directly'
const TOKEN_CERTIFICATE = 'Berth always makes its own token certificate, once'

/**
 * Keys of Harbor's harbor.cfg, from its first release to 1.7, that Berth does not use. A file from a Harbor installation keeps working:
 * `ignored` keys only cause a notice. `fixed` keys would change what the installation is; any other value than Berth's is refused, so
 * that nobody believes it took effect.
 */
export const ignoredKeys: Readonly<Record<string, string>> = {
  _version: 'format marker of Harbor',
  customize_crt: TOKEN_CERTIFICATE,
  customize_token: TOKEN_CERTIFICATE,
  crt_country: TOKEN_CERTIFICATE,
  crt_countryname: TOKEN_CERTIFICATE,
  crt_state: TOKEN_CERTIFICATE,
  crt_name: TOKEN_CERTIFICATE,
  crt_location: TOKEN_CERTIFICATE,
  crt_organization: TOKEN_CERTIFICATE,
  crt_organizationname: TOKEN_CERTIFICATE,
  crt_organizationalunit: TOKEN_CERTIFICATE,
  crt_organizationalunitname: TOKEN_CERTIFICATE,
  crt_commonname: TOKEN_CERTIFICATE,
  crt_email: TOKEN_CERTIFICATE,
  secret_key: 'Berth keeps its secrets below data_volume',
  use_compressed_js: 'the portal is always compressed',
  production: 'the portal is always compressed',
  log_level: 'services log what they change and what fails',
  log_rotate_days: 'logs are rotated by size: log_rotate_size',
  verify_remote_cert: 'set for each registry in the portal',
  notary_url: 'no Notary',
  cfg_expiration: 'settings take effect at once',
  cache_interval: 'settings take effect at once',
  secretkey_path: 'Berth keeps its secrets below data_volume',
  admiral_url: 'no Admiral',
  http_proxy: DIRECTLY,
  https_proxy: DIRECTLY,
  no_proxy: DIRECTLY,
  email_identity: 'Berth sends no mail',
  email_server: 'Berth sends no mail',
  email_server_port: 'Berth sends no mail',
  email_username: 'Berth sends no mail',
  email_password: 'Berth sends no mail',
  email_from: 'Berth sends no mail',
  email_ssl: 'Berth sends no mail',
  email_insecure: 'Berth sends no mail',
  db_password: 'Berth makes the password of its own database',
  db_port: 'Berth runs its own database',
  db_user: 'Berth runs its own database',
  db_name: 'Berth runs its own database',
  db_sslmode: 'Berth runs its own database',
  database: 'Berth runs its own database',
  sqlite_file: 'Berth runs its own database',
  redis_port: 'Berth runs its own Redis',
  redis_password: 'Berth makes the password of its own Redis',
  redis_db_index: 'Berth runs its own Redis',
  clair_db_host: 'no Clair',
  clair_db_password: 'no Clair',
  clair_db_port: 'no Clair',
  clair_db_username: 'no Clair',
  clair_db: 'no Clair',
  clair_url: 'no Clair',
  clair_updaters_interval: 'no Clair',
  uaa_endpoint: 'no UAA',
  uaa_clientid: 'no UAA',
  uaa_clientsecret: 'no UAA',
  uaa_verify_cert: 'no UAA',
  uaa_ca_cert: 'no UAA',
  uaa_ca_root: 'no UAA',
  registry_storage_provider_config: 'blobs lie below data_volume',
  registry_storage_provider_cfg: 'blobs lie below data_volume',
  registry_custom_ca_bundle: 'blobs lie below data_volume',
  skip_reload_env_pattern: 'reload_config applies to every setting',
}

export interface FixedKey {
  readonly accepted: readonly string[]
  readonly reason: string
}

const STORAGE = { accepted: ['filesystem'], reason: 'blobs are kept on the file system; only filesystem is supported' }

export const fixedKeys: Readonly<Record<string, FixedKey>> = {
  // What Harbor called its own containers.
  db_host: {
    accepted: ['postgresql', 'postgres', 'mysql'],
    reason: 'an external database is not supported; leave the key out',
  },
  redis_host: { accepted: ['redis'], reason: 'an external Redis is not supported; leave the key out' },
  redis_url: { accepted: ['redis:6379'], reason: 'an external Redis is not supported; leave the key out' },
  registry_storage_provider_name: STORAGE,
  registry_storage_provider: STORAGE,
}
