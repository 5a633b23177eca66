const LONGEST = 512
const ANY_ORIGIN = 'http://portal.invalid'

/**
 * A path of the portal, for what somebody gives as the place to return to. Anything else, and what a browser would read as another
 * address, is the first page: signing in is no springboard elsewhere.
 */
export function portalPath(given: string | undefined): string {
  if (given === undefined || given.length > LONGEST || !given.startsWith('/')) return '/'
  const url = URL.parse(given, ANY_ORIGIN)
  if (url?.origin !== ANY_ORIGIN) return '/'
  const path = url.href.slice(ANY_ORIGIN.length)
  // What is left without its dots may begin like another host.
  return path.startsWith('//') ? '/' : path
}
