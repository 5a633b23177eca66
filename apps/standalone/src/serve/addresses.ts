import type { Configuration } from '@berth/distribution-config'

/** Where the registry's paths lie for its clients. */
export interface Addresses {
  /** Path below `/v2/…` of what a client asks for; a path that leads nowhere for what lies outside the prefix. */
  readonly rewrite: (url: string) => string
  /** A `Location` as the client has to see it. */
  readonly location: (path: string) => string
  /** A `Link` as the client has to see it. */
  readonly link: (value: string) => string
}

/** `http.prefix` goes in front of every path, `http.host` in front of Locations unless `http.relativeurls` is on. */
export function createAddresses({ prefix, host, relativeurls }: Configuration['http']): Addresses {
  const folder = prefix.replace(/\/$/, '')
  const base = host === undefined || relativeurls ? '' : host.replace(/\/+$/, '')
  return {
    rewrite(url) {
      if (folder === '' || !/^\/v2(?:[/?]|$)/.test(url.startsWith(`${folder}/`) ? url.slice(folder.length) : url))
        return url
      return url.startsWith(`${folder}/`) ? url.slice(folder.length) : '/outside-prefix'
    },
    location: (path) => (path.startsWith('/') ? `${base}${folder}${path}` : path),
    link: (value) => value.replace(/^<\//, `<${folder}/`),
  }
}
