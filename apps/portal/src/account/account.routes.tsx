import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { providerSignIn } from '../api/client'
import { type RouterContext, rootRoute } from '../nav/frame.routes'
import { currentUserQuery, systemInfoQuery } from '../session/session.queries'

const signedOutOnly = async ({ context }: { context: RouterContext }) => {
  if ((await context.queries.fetchQuery(currentUserQuery)) !== null) throw redirect({ to: '/projects' })
}

interface SignInSearch {
  from?: string | undefined
  ended?: true | undefined
  /** The form is wanted, also where the provider comes first. */
  stay?: true | undefined
}

/** Only a path of this portal may be returned to: anything else would make signing in a springboard elsewhere. */
const portalPath = (path: unknown) => (typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : undefined)

/** Where the provider is the primary way in, nobody is asked for a password first. */
async function toProvider({ queries }: RouterContext, { from = '/projects', stay }: SignInSearch) {
  if (stay) return
  // Where the system does not answer, the form says so.
  const system = await queries.fetchQuery(systemInfoQuery).catch(() => undefined)
  if (system?.primary_auth_mode && system.oidc_provider_name) {
    throw redirect({ href: providerSignIn(from), reloadDocument: true })
  }
}

const prefetchSystem = ({ context }: { context: RouterContext }) => {
  void context.queries.prefetchQuery(systemInfoQuery)
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ from, ended, stay }): SignInSearch => ({
    from: portalPath(from),
    ended: ended === true ? ended : undefined,
    stay: stay === true ? stay : undefined,
  }),
  beforeLoad: async ({ context, search }) => {
    await signedOutOnly({ context })
    await toProvider(context, search)
  },
  loader: prefetchSystem,
  component: lazyRouteComponent(() => import('./sign-in-page'), 'SignInPage'),
})

/** Here the provider's sign-in comes out for somebody who has no account yet. */
export const onboardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/oidc-onboard',
  validateSearch: ({
    username,
    redirect_url: target,
  }): { username?: string | undefined; redirect_url?: string | undefined } => ({
    username: typeof username === 'string' || typeof username === 'number' ? String(username) : undefined,
    redirect_url: portalPath(target),
  }),
  component: lazyRouteComponent(() => import('./onboard-page'), 'OnboardPage'),
})

/** Here the provider's sign-in comes out where it failed. */
export const signInFailedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in-failed',
  component: lazyRouteComponent(() => import('./sign-in-failed-page'), 'SignInFailedPage'),
})

export const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  beforeLoad: signedOutOnly,
  loader: prefetchSystem,
  component: lazyRouteComponent(() => import('./sign-up-page'), 'SignUpPage'),
})
