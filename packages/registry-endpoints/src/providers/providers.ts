import type { Provider } from '../provider.js'
import { amazon } from './amazon.js'
import { dockerHub } from './docker-hub.js'
import { github } from './github.js'
import { gitlab } from './gitlab.js'
import { google } from './google.js'
import { harborApi } from './harbor.js'
import { quay } from './quay.js'

/** Every kind of registry that an administrator may set up. What is not said of one is as the Distribution API has it. */
const all: readonly Provider[] = [
  { type: 'berth', title: 'Berth', addresses: [], ...harborApi },
  { type: 'harbor', title: 'Harbor', addresses: [], ...harborApi },
  { type: 'docker-registry', title: 'Docker or OCI registry', addresses: [] },
  dockerHub,
  github,
  gitlab,
  quay,
  amazon,
  { type: 'azure-acr', title: 'Azure Container Registry', addresses: [] },
  google,
]

export const providers: ReadonlyMap<string, Provider> = new Map(all.map((provider) => [provider.type, provider]))
