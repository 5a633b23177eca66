import type { RegisteredRouter } from '@tanstack/react-router'

const signIn = '/sign-in'

/** Leads to signing in, and from there back. @param ended whether somebody was signed in, who is to be told */
export function toSignIn(router: RegisteredRouter, ended = false): void {
  const { href, pathname } = router.latestLocation
  // There a refusal means a wrong password.
  if (pathname === signIn) return
  void router.navigate({ to: signIn, search: ended ? { from: href, ended } : { from: href }, replace: true })
}
