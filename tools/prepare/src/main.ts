import { isUtf8 } from 'node:buffer'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { apply, type Target } from './apply.js'
import { readArguments } from './arguments.js'
import { configure, settingWarnings } from './cfg/configuration.js'
import { describeFault, type Fault } from './cfg/fault.js'
import { changeWarnings, valuesOf } from './cfg/changes.js'
import { ownHostname, thisMachine } from './cfg/own-hostname.js'
import { readCfg } from './cfg/read-cfg.js'
import { installedMajors, machineFaults } from './checks/machine-faults.js'
import { isSystemError, writeOwned } from './files.js'
import { installationEnv } from './render/installation-env.js'
import { dockerPlaces, nativePlaces } from './render/places.js'

// Whatever the caller's mask: the services' user has to get at what is made here.
process.umask(0o022)

const options = readArguments(process.argv.slice(2))
const conf = resolve(options.conf)
const root = resolve(options.root)
const envPath = join(root, '.env')
const caller = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }

function refuse(faults: readonly Fault[], inWords = (text: string) => text): never {
  for (const fault of faults) console.error(`✖ ${inWords(describeFault(fault))}`)
  console.error(`${faults.length === 1 ? '1 fault' : `${faults.length} faults`}; nothing was changed.`)
  process.exit(1)
}

/** The file's text: what is in no UTF-8 would become other characters, of a password as well. */
function textOf(file: string): string {
  if (!existsSync(file)) refuse([{ where: file, message: 'does not exist' }])
  if (!statSync(file).isFile()) refuse([{ where: file, message: 'is not a file' }])
  const bytes = readFileSync(file)
  if (isUtf8(bytes)) return bytes.toString()
  const line = bytes
    .toString('latin1')
    .split('\n')
    .findIndex((text) => !isUtf8(Buffer.from(text, 'latin1')))
  refuse([{ where: `${basename(file)}:${line + 1}`, message: 'is not in UTF-8: save the file in that encoding' }])
}

const cfg = readCfg(textOf(conf), basename(conf), options.hostname)
// What else there is to say is said by the run that looks at the machine, too.
if (options.settings && cfg.settings !== undefined) process.exit(0)
for (const notice of cfg.notices) console.log(notice)
if (cfg.settings === undefined) refuse(cfg.faults, cfg.inWords)

const configuration = configure(cfg.settings, ownHostname(await thisMachine()))
const places = options.mode === 'docker' ? dockerPlaces() : nativePlaces(configuration, options.user !== undefined)
const env = existsSync(envPath) ? readFileSync(envPath, 'utf8') : ''
const { faults, warnings } = await machineFaults(configuration, places, options, cfg.where, valuesOf(env))
const changes = env === '' ? [] : changeWarnings(configuration, env)
for (const warning of [...settingWarnings(configuration), ...changes, ...warnings])
  console.log(`➜ ${cfg.inWords(warning)}`)
if (faults.length > 0) refuse(faults, cfg.inWords)

if (!options.check) {
  const bin = options.postgresqlBin === '' ? `/usr/lib/postgresql/${installedMajors()[0]}/bin` : options.postgresqlBin
  const target: Target = {
    root,
    owner: options.owner,
    proxy: { ipv6: options.mode === 'native' && existsSync('/proc/net/if_inet6') },
    native: { user: options.user, postgresqlBin: bin },
  }
  try {
    const rendered = await apply(configuration, places, target, (line) => console.log(line))
    const installation = {
      mode: options.mode,
      version: options.version,
      owner: options.owner ?? caller,
      project: options.project,
      rendered,
    }
    writeOwned(envPath, installationEnv(configuration, places, installation), 0o644, undefined)
  } catch (error) {
    if (!isSystemError(error)) throw error
    console.error(`✖ ${error.message}`)
    console.error(
      'Not all files could be written. What runs goes on as it was; once that is mended, the next run writes them all.',
    )
    if (error.code === 'ENOSPC') console.error('In the portal, what is deleted can be freed at once.')
    process.exit(1)
  }
  const start = options.mode === 'docker' ? 'docker-compose' : './berth'
  console.log(`The configuration files are ready, please use ${start} to start the service.`)
}
