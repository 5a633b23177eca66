import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router'
import { currentUserQuery } from './account/session.queries'
import { ErrorPage } from './errors/error-page'
import { NotFoundPage } from './errors/not-found-page'
import { type ListSearch, readListSearch } from './lists/list-state'

interface RouterContext {
  queries: QueryClient
}

const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet })

const signedOutOnly = async ({ context }: { context: RouterContext }) => {
  if ((await context.queries.fetchQuery(currentUserQuery)) !== null) throw redirect({ to: '/projects' })
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  // Only a path of this portal may be returned to: anything else would make the sign-in page a springboard elsewhere.
  validateSearch: ({ from }): { from?: string | undefined } => ({
    from: typeof from === 'string' && /^\/(?![/\\])/.test(from) ? from : undefined,
  }),
  beforeLoad: signedOutOnly,
  component: lazyRouteComponent(() => import('./account/sign-in-page'), 'SignInPage'),
})

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  beforeLoad: signedOutOnly,
  component: lazyRouteComponent(() => import('./account/sign-up-page'), 'SignUpPage'),
})

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: lazyRouteComponent(() => import('./shell/app-shell'), 'AppShell'),
  beforeLoad: async ({ context, location }) => {
    const user = await context.queries.fetchQuery(currentUserQuery)
    if (user === null)
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { from: location.href } })
  },
})

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/projects' })
  },
})

export interface ProjectsSearch extends ListSearch {
  access?: 'public' | 'private' | undefined
}

const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects',
  validateSearch: (raw: Record<string, unknown>): ProjectsSearch => ({
    ...readListSearch(raw, ['name', 'creation_time']),
    access: raw['access'] === 'public' || raw['access'] === 'private' ? raw['access'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./projects/projects-page'), 'ProjectsPage'),
})

const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$project',
  component: lazyRouteComponent(() => import('./projects/project-layout'), 'ProjectLayout'),
})

const repositoriesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  validateSearch: (raw: Record<string, unknown>): ListSearch =>
    readListSearch(raw, ['name', 'pull_count', 'update_time']),
  component: lazyRouteComponent(() => import('./repositories/repositories-page'), 'RepositoriesPage'),
})

const membersRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/members',
  validateSearch: (raw: Record<string, unknown>): ListSearch => readListSearch(raw, []),
  component: lazyRouteComponent(() => import('./members/members-page'), 'MembersPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./projects/settings-page'), 'SettingsPage'),
})

export interface TagsSearch extends ListSearch {
  /** Digest of the artifact shown in the drawer. */
  artifact?: string | undefined
  /** Absent: the tags. */
  view?: 'deleted' | undefined
}

const repositoryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$project/repositories/$',
  validateSearch: (raw: Record<string, unknown>): TagsSearch => {
    const view = raw['view'] === 'deleted' ? raw['view'] : undefined
    const sortable = view === undefined ? ['name', 'push_time', 'pull_time', 'size'] : ['name', 'size', 'deleted_at']
    return {
      ...readListSearch(raw, sortable),
      artifact:
        typeof raw['artifact'] === 'string' && /^\w+:[0-9a-f]+$/.test(raw['artifact']) ? raw['artifact'] : undefined,
      view,
    }
  },
  component: lazyRouteComponent(() => import('./repositories/repository-page'), 'RepositoryPage'),
})

const usersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/users',
  validateSearch: (raw: Record<string, unknown>): ListSearch =>
    readListSearch(raw, ['username', 'email', 'creation_time']),
  component: lazyRouteComponent(() => import('./users/users-page'), 'UsersPage'),
})

export interface RunsSearch extends ListSearch {
  /** Id of the run whose log is shown in the drawer. */
  run?: number | undefined
}

const cleanUpRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/clean-up',
  validateSearch: (raw: Record<string, unknown>): RunsSearch => {
    const run = Number(raw['run'])
    return { ...readListSearch(raw, ['creation_time']), run: Number.isSafeInteger(run) && run > 0 ? run : undefined }
  },
  component: lazyRouteComponent(() => import('./clean-up/clean-up-page'), 'CleanUpPage'),
})

const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('./account/profile-page'), 'ProfilePage'),
})

const elsewhereRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage })

const routeTree = rootRoute.addChildren([
  signInRoute,
  signUpRoute,
  shellRoute.addChildren([
    homeRoute,
    projectsRoute,
    projectRoute.addChildren([repositoriesRoute, membersRoute, settingsRoute]),
    repositoryRoute,
    usersRoute,
    cleanUpRoute,
    profileRoute,
    elsewhereRoute,
  ]),
])

/** `history` stands in for the browser's address bar in tests. */
export function createPortalRouter(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history === undefined ? {} : { history }),
    context: { queries },
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>
  }
}
