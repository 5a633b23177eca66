import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { type RouterContext, rootRoute, shellRoute, signedInOnly } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { currentUserQuery, systemInfoQuery } from '../session/session.queries'

const signedOutOnly = async ({ context }: { context: RouterContext }) => {
  if ((await context.queries.fetchQuery(currentUserQuery)) !== null) throw redirect({ to: '/projects' })
}
const prefetchSystem = ({ context }: { context: RouterContext }) => {
  void context.queries.prefetchQuery(systemInfoQuery)
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  // Only a path of this portal may be returned to: anything else would make the sign-in page a springboard elsewhere.
  validateSearch: ({ from, ended }): { from?: string | undefined; ended?: true | undefined } => ({
    from: typeof from === 'string' && /^\/(?![/\\])/.test(from) ? from : undefined,
    ended: ended === true ? ended : undefined,
  }),
  beforeLoad: signedOutOnly,
  loader: prefetchSystem,
  component: lazyRouteComponent(() => import('./sign-in-page'), 'SignInPage'),
})

export const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  beforeLoad: signedOutOnly,
  loader: prefetchSystem,
  component: lazyRouteComponent(() => import('./sign-up-page'), 'SignUpPage'),
})

export const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.profile.to,
  staticData: { page: pages.profile },
  beforeLoad: signedInOnly,
  component: lazyRouteComponent(() => import('./profile-page'), 'ProfilePage'),
})
