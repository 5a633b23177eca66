import { parseArgs } from 'node:util'
import type { Mode } from './render/places.js'
import type { Owner } from './files.js'

export interface Arguments {
  /** Folder of docker-compose.yml, deploy/ and the rendered files. */
  readonly root: string
  readonly conf: string
  /** Beats the file's hostname; from the environment's `host`, as in Harbor. */
  readonly hostname: string | undefined
  readonly version: string
  /** Only read the file, and tell what is wrong in it by itself. */
  readonly settings: boolean
  /** Only look and tell; change nothing. */
  readonly check: boolean
  readonly mode: Mode
  /** Who owns the data and runs the services; absent: the caller. */
  readonly owner: Owner | undefined
  /** Name of that user, where it is not the caller (native installation by root). */
  readonly user: string | undefined
  /** Ports that the running installation of this folder holds. */
  readonly ownPorts: readonly number[]
  /** Folder of PostgreSQL's programs, for a native installation. */
  readonly postgresqlBin: string
  readonly project: string
}

/** @throws {Error} for an argument that prepare does not know */
export function readArguments(argv: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      root: { type: 'string', default: '.' },
      conf: { type: 'string', default: 'harbor.cfg' },
      hostname: { type: 'string' },
      version: { type: 'string', default: '0.0.0' },
      settings: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      mode: { type: 'string', default: 'docker' },
      owner: { type: 'string' },
      user: { type: 'string' },
      'own-ports': { type: 'string', default: '' },
      'postgresql-bin': { type: 'string', default: '' },
      project: { type: 'string', default: 'berth' },
    },
  })
  if (values.mode !== 'docker' && values.mode !== 'native')
    throw new Error(`--mode ${values.mode} is neither docker nor native`)
  return {
    root: values.root,
    conf: values.conf,
    hostname: values.hostname,
    version: values.version,
    settings: values.settings,
    check: values.check,
    mode: values.mode,
    owner: readOwner(values.owner),
    user: values.user,
    ownPorts: values['own-ports'].split(',').filter(Boolean).map(Number),
    postgresqlBin: values['postgresql-bin'],
    project: values.project,
  }
}

function readOwner(text: string | undefined): Owner | undefined {
  if (text === undefined) return undefined
  const match = /^(\d+):(\d+)$/.exec(text)
  if (match === null) throw new Error(`--owner ${text} is not of the form UID:GID`)
  return { uid: Number(match[1]), gid: Number(match[2]) }
}
