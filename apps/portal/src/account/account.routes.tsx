import { createRoute, redirect } from '@tanstack/react-router'
import { providerSignIn } from '../api/client'
import { withTexts } from '../i18n/i18n'
import { type RouterContext, rootRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { currentUserQuery, systemInfoQuery } from '../session/session.queries'

const signedOutOnly = async ({ context }: { context: RouterContext }) => {
  if ((await context.queries.fetchQuery(currentUserQuery)) !== null) throw redirect({ to: '/' })
}

interface SignInSearch {
  from?: string | undefined
  ended?: true | undefined
  /** Shows the form, even where the sign-in page leads to the provider at once. */
  stay?: true | undefined
}

/** Only a path of this portal may be returned to: anything else would make signing in a springboard elsewhere. */
export const portalPath = (path: unknown) => (typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : undefined)

/** Where the provider is the primary way in, nobody is asked for a password first. */
async function toProvider({ queries }: RouterContext, { from = '/', stay }: SignInSearch) {
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
  component: lazyPage(() => withTexts(import('./sign-in-page'), 'account'), 'SignInPage'),
})

export const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  beforeLoad: signedOutOnly,
  loader: prefetchSystem,
  component: lazyPage(() => withTexts(import('./sign-up-page'), 'account', 'users'), 'SignUpPage'),
})
