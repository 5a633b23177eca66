import { contentErrors } from './content.js'
import type { ErrorEntry, ErrorKind, PlaceholdersOf } from './error-entry.js'
import { identityErrors } from './identity.js'
import { jobErrors } from './jobs.js'
import { oidcErrors } from './oidc.js'
import { peopleErrors } from './people.js'
import { projectErrors } from './projects.js'
import { proxyErrors } from './proxy.js'
import { registriesErrors } from './registries.js'
import { registryErrors } from './registry.js'
import { replicationErrors } from './replication.js'
import { requestErrors } from './request.js'
import { robotErrors } from './robots.js'
import { serviceErrors } from './service.js'
import { settingErrors } from './settings.js'
import { webhookErrors } from './webhooks.js'

/** What the services throw. */
const thrownErrors = {
  ...requestErrors,
  ...identityErrors,
  ...oidcErrors,
  ...peopleErrors,
  ...robotErrors,
  ...projectErrors,
  ...webhookErrors,
  ...contentErrors,
  ...registryErrors,
  ...registriesErrors,
  ...replicationErrors,
  ...jobErrors,
  ...settingErrors,
  ...serviceErrors,
}

/** Every error that a client of the platform may meet. The key goes out as `reason` beside Harbor's coarser `code`. */
export const errorTable = { ...thrownErrors, ...proxyErrors } satisfies Record<string, ErrorEntry>

export type ErrorReason = keyof typeof thrownErrors
type EntryOf<Reason extends ErrorReason> = (typeof thrownErrors)[Reason]

/** Reasons of one kind. */
export type ReasonOf<Kind extends ErrorKind> = {
  [Reason in ErrorReason]: EntryOf<Reason>['kind'] extends Kind ? Reason : never
}[ErrorReason]

/** What the text of a reason names. */
export type PlaceholdersIn<Reason extends ErrorReason> = PlaceholdersOf<EntryOf<Reason>['en']>

export { proxyErrors }
