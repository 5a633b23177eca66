/**
 * Where a path of the API is meant to lead that has slashes too many, in its middle or at its end; undefined for one that is tidy. Docker
 * Distribution redirects there.
 */
export function tidyPath(url: string): string | undefined {
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(url) ?? []
  const single = path.replace(/\/{2,}/g, '/')
  if (!single.startsWith('/v2/')) return undefined
  const tidy = /^\/v2\/$|\/blobs\/uploads\/$/.test(single) ? single : single.replace(/\/$/, '')
  return tidy === path ? undefined : tidy + query
}
