import type { QueryClient } from '@tanstack/react-query'
import { createRouter, type RouterHistory } from '@tanstack/react-router'
import { signInRoute, signUpRoute } from './account/account.routes'
import { allowlistRoute } from './allowlist/allowlist.routes'
import { artifactRoute, compareRoute, projectArtifactsRoute } from './artifacts/artifacts.routes'
import { auditRoute, keepingRoute, projectAuditRoute } from './audit/audit.routes'
import { authenticationRoute } from './authentication/authentication.routes'
import { cleanUpRoute } from './clean-up/clean-up.routes'
import { ErrorPage } from './errors/error-page'
import { NotFoundPage } from './errors/not-found-page'
import { groupsRoute } from './groups/groups.routes'
import { homeRoute } from './home/home.routes'
import { jobsRoute } from './jobs/jobs.routes'
import { registriesRoute } from './registries/registries.routes'
import { labelsRoute, projectLabelsRoute } from './labels/labels.routes'
import { membersRoute } from './members/members.routes'
import { elsewhereRoute, projectRoute, rootRoute, shellRoute } from './nav/frame.routes'
import { onboardRoute, signInFailedRoute } from './onboarding/onboarding.routes'
import { accountRoute, preferencesRoute, profileRoute, securityRoute, tokensRoute } from './profile/profile.routes'
import { projectOverviewRoute } from './project-overview/project-overview.routes'
import { searchRoute } from './palette/search.routes'
import { ProjectLayout } from './projects/project-layout'
import { projectSettingsRoute, projectsRoute } from './projects/projects.routes'
import { quotasRoute } from './quotas/quotas.routes'
import { repositoriesRoute, repositoryRoute } from './repositories/repositories.routes'
import { replicationRuleRoute, replicationsRoute } from './replications/replications.routes'
import { retentionRoute, tagRulesRoute } from './retention/retention.routes'
import { projectRobotsRoute, robotsRoute } from './robots/robots.routes'
import { rolesRoute } from './roles/roles.routes'
import { AppShell } from './shell/app-shell'
import { systemSettingsRoute } from './system-settings/system-settings.routes'
import { systemStatusRoute } from './system-status/system-status.routes'
import { usersRoute } from './users/users.routes'
import { webhooksRoute } from './webhooks/webhooks.routes'

// Pages come when they are opened; what stands around them is a part of the first file.
shellRoute.update({ component: AppShell })
projectRoute.update({ component: ProjectLayout })

const routeTree = rootRoute.addChildren([
  signInRoute,
  signInFailedRoute,
  onboardRoute,
  signUpRoute,
  shellRoute.addChildren([
    homeRoute,
    projectsRoute,
    projectRoute.addChildren([
      projectOverviewRoute,
      repositoriesRoute,
      projectArtifactsRoute,
      membersRoute,
      projectRobotsRoute,
      tagRulesRoute,
      retentionRoute,
      webhooksRoute,
      projectLabelsRoute,
      projectAuditRoute,
      projectSettingsRoute,
    ]),
    repositoryRoute,
    artifactRoute,
    compareRoute,
    searchRoute,
    usersRoute,
    groupsRoute,
    rolesRoute,
    robotsRoute,
    quotasRoute,
    allowlistRoute,
    registriesRoute,
    replicationsRoute,
    replicationRuleRoute,
    labelsRoute,
    systemStatusRoute,
    cleanUpRoute,
    jobsRoute,
    auditRoute,
    keepingRoute,
    authenticationRoute,
    systemSettingsRoute,
    accountRoute.addChildren([profileRoute, securityRoute, tokensRoute, preferencesRoute]),
    elsewhereRoute,
  ]),
])

export function createPortalRouter(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history === undefined ? {} : { history }),
    context: { queries },
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: () => <NotFoundPage />,
    defaultPreload: 'intent',
    // How long data is fresh is the queries' to say.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    // The name of an artifact stands in its address as people write it.
    pathParamsAllowedCharacters: [':', '@'],
  })
}

export type PortalRouter = ReturnType<typeof createPortalRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: PortalRouter
  }
}
