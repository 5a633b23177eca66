/** What stands in a configuration of Distribution and cannot be honoured: starting anyway would surprise the operator. */
export const unsupported: Record<string, string> = {
  'storage.s3': 'blobs lie on a file system here: use storage.filesystem',
  'storage.azure': 'blobs lie on a file system here: use storage.filesystem',
  'storage.gcs': 'blobs lie on a file system here: use storage.filesystem',
  'storage.swift': 'blobs lie on a file system here: use storage.filesystem',
  'storage.oss': 'blobs lie on a file system here: use storage.filesystem',
  'storage.inmemory': 'blobs lie on a file system here: use storage.filesystem',
  'storage.middleware': 'storage middleware does not exist here',
  middleware: 'middleware of Distribution cannot be loaded here',
  reporting: 'Bugsnag and New Relic are not reported to: follow the log or http.debug.prometheus',
  'proxy.remoteurl': 'this registry is no pull-through cache',
  'log.hooks': 'the log sends no mail',
  'http.tls.letsencrypt': 'certificates are not fetched here: give http.tls.certificate and http.tls.key',
  'auth.silly': 'this test of Distribution lets everybody in: use htpasswd or token',
  'auth.token.jwks': 'tokens are verified by certificates: use auth.token.rootcertbundle',
  'policy.repository.classes': 'repositories have no classes here',
  'validation.manifests.urls': "the URLs of a manifest's layers are not checked here",
}

/** What is taken and changes nothing. */
export const withoutEffect: Record<string, string> = {
  'storage.filesystem.maxthreads': 'file access is bounded by UV_THREADPOOL_SIZE of the environment',
  'storage.tag': 'tags are looked up as they are asked for',
  'storage.cache.blobdescriptorsize': 'the cache in memory has a size of its own',
  'storage.redirect': 'blobs on a file system are never redirected',
  'http.http2': 'the registry speaks HTTP/1.1',
  'http.h2c': 'the registry speaks HTTP/1.1',
  'log.reportcaller': 'lines of the log name no place in the code',
  'catalog.maxentries': 'a page of the catalog holds at most 1000 names',
  redis: 'no cache is kept outside the process',
  proxy: 'this registry is no pull-through cache',
  'compatibility.schema1.enabled': 'manifests of schema 1 are served as they are, and pushes of new ones are refused',
  'compatibility.schema1.signingkeyfile': 'manifests are served as they were pushed, never converted',
  'validation.manifests.indexes': 'BERTH_REGISTRY_SPARSE says which parts of an index have to be there',
  'validation.enabled': 'manifests are always validated as the OCI specification asks',
  'validation.disabled': 'manifests are always validated as the OCI specification asks',
}
