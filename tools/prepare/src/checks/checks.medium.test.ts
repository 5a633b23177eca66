import { spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTokenCertificate } from '../secrets/token-certificate.js'
import { certificateFaults } from './certificate.js'
import { databaseFaults } from './database-version.js'
import { findingsOf, reachFaults } from './folders.js'
import { foreignDataFaults, insideDataFaults, shutDataFaults } from './foreign-data.js'
import { holderFaults, logHolderFaults } from './holder.js'
import { portFaults } from './ports.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'berth-checks-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a port that another program holds is refused, one that our own installation holds is not', async () => {
  const server = createServer().listen(0, '0.0.0.0')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const wanted = [{ port, protocol: 'tcp', where: 'harbor.cfg:3', key: 'http_port' }] as const
  expect(await portFaults(wanted, [], true)).toEqual([
    { where: 'harbor.cfg:3', key: 'http_port', message: `port ${port} is in use by another program` },
  ])
  expect(await portFaults(wanted, [port], true)).toEqual([])
  server.close()
})

test('without root and without Docker a low port is refused', async () => {
  const [fault] = await portFaults([{ port: 80, protocol: 'tcp', where: 'harbor.cfg:3', key: 'http_port' }], [], false)
  expect(fault?.message).toBe('port 80 needs root; without root use a port from 1024 on')
})

describe('folders', () => {
  test('one that is still to be made is judged by the disk it will lie on', () => {
    const wanted = { path: join(folder, 'a/b/c'), where: 'harbor.cfg:1', key: 'data_volume' }
    for (const hasData of [false, true])
      expect(findingsOf({ ...wanted, free: 1 }, hasData)).toEqual({ faults: [], warnings: [] })
    const { faults, warnings } = findingsOf({ ...wanted, free: Number.MAX_SAFE_INTEGER }, false)
    expect(faults.map(({ message }) => message)).toEqual([expect.stringMatching(/^not enough disk: \d+ MiB free/)])
    expect(warnings).toEqual([])
  })

  test('one that has data may be on a full disk, with a warning', () => {
    const wanted = { path: folder, where: 'harbor.cfg:1', key: 'data_volume', free: Number.MAX_SAFE_INTEGER }
    const { faults, warnings } = findingsOf(wanted, true)
    expect(faults).toEqual([])
    expect(warnings).toEqual([expect.stringContaining('not enough disk')])
  })

  test('a file in the way is refused', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    for (const hasData of [false, true]) {
      const wanted = { path: join(file, 'data'), where: 'harbor.cfg:1', key: 'data_volume', free: 1 }
      expect(findingsOf(wanted, hasData).faults[0]?.message).toBe(`${file} is not a folder`)
    }
  })
})

describe('links on the way to a folder', () => {
  const wanted = (path: string) => ({ path, where: 'harbor.cfg:1', key: 'data_volume', free: 1 })

  test('one to a folder is followed, one to nothing is named', () => {
    const [target, link, broken] = ['disk', 'link', 'broken'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    mkdirSync(target)
    symlinkSync(target, link)
    symlinkSync(join(folder, 'none'), broken)
    for (const path of [link, join(link, 'data')])
      expect(findingsOf(wanted(path), false)).toEqual({ faults: [], warnings: [] })
    for (const path of [broken, join(broken, 'data')])
      expect(findingsOf(wanted(path), true).faults[0]?.message).toBe(`${broken} is a link to what does not exist`)
  })

  test.runIf(process.getuid?.() === 0)('behind a folder that this user may not enter, that folder is named', () => {
    const shut = mkdtempSync(join(tmpdir(), 'berth-shut-'))
    const main = new URL('../../dist/checks/folders.js', import.meta.url).href
    const look = `const { findingsOf } = await import('${main}'); process.setuid(65534)
      console.log(findingsOf(${JSON.stringify(wanted(join(shut, 'a/b')))}, false).faults[0].message)`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', look], { encoding: 'utf8' })
    rmSync(shut, { recursive: true })
    expect(stdout).toContain(`this user may not write to ${shut}`)
  })

  test('where one leads, the services have to get through', () => {
    const shut = join(folder, 'shut')
    mkdirSync(join(shut, 'disk'), { recursive: true })
    symlinkSync(join(shut, 'disk'), join(folder, 'through'))
    chmodSync(folder, 0o755)
    expect(reachFaults(wanted(join(folder, 'through')))).toEqual([])
    chmodSync(shut, 0o700)
    expect(reachFaults(wanted(join(folder, 'through')))[0]?.message).toContain(`others may not enter ${shut} `)
  })
})

describe('data that are not ours', () => {
  const dataWith = (...folders: string[]) => {
    const data = mkdtempSync(join(folder, 'data-'))
    for (const name of folders) mkdirSync(join(data, name), { recursive: true })
    return data
  }

  test.each([
    ['a database of Harbor 2', 'database/pg15'],
    ['keys of Harbor 1.8 and later, whose database is elsewhere', 'secret/core'],
  ])('%s is left alone, and the way to bring it over named', (_, name) => {
    const data = dataWith(name)
    const [fault] = foreignDataFaults(data, 'harbor.yml:4')
    expect(fault?.message).toContain(`${join(data, name)} is not Berth's`)
    expect(fault?.message).toContain('./berth import harbor')
  })

  test('a database of Harbor 1 is left alone', () => {
    const data = dataWith('database')
    writeFileSync(join(data, 'database/PG_VERSION'), '9.6')
    expect(foreignDataFaults(data, 'harbor.cfg:1')[0]?.message).toContain('PG_VERSION is not Berth')
  })

  test.each(['database', 'secret'])('what should be a folder and is none is named: %s', (name) => {
    const [withFile, withLink] = [dataWith(), dataWith()]
    writeFileSync(join(withFile, name), '')
    chmodSync(join(withFile, name), 0o755)
    symlinkSync(name, join(withLink, name))
    for (const data of [withFile, withLink])
      expect(shutDataFaults(data, 'harbor.cfg:1')[0]?.message).toBe(`${join(data, name)} is not a folder`)
  })

  test('what a first start left that was cut short is ours, and so is a database that is there', () => {
    const data = dataWith('database/.new', 'database/lost+found', 'database/17')
    writeFileSync(join(data, 'database/.lock'), '')
    expect(foreignDataFaults(data, 'harbor.cfg:1')).toEqual([])
    writeFileSync(join(data, 'database/17/PG_VERSION'), '17')
    mkdirSync(join(data, 'database/15.replaced-by-17'))
    expect(foreignDataFaults(data, 'harbor.cfg:1')).toEqual([])
    expect(shutDataFaults(data, 'harbor.cfg:1')).toEqual([])
  })
})

describe('among the data of an installation', () => {
  let data: string
  beforeAll(() => {
    data = mkdtempSync(join(folder, 'installed-'))
    for (const name of ['database', 'registry', 'secret']) mkdirSync(join(data, name))
    symlinkSync(data, join(folder, 'linked'))
  })

  test.each(['registry', 'registry/logs', 'database/17/logs', 'native/app', 'redis'])(
    '%s holds neither logs nor data',
    (name) => {
      const [within] = name.split('/')
      for (const root of [data, join(folder, 'linked')])
        for (const key of ['log_location', 'data_volume'] as const)
          expect(insideDataFaults(join(root, name), key, 'harbor.cfg:1')).toEqual([
            {
              where: 'harbor.cfg:1',
              key,
              message: `lies in ${join(data, within ?? '')}, where data are kept; give another folder`,
            },
          ])
    },
  )

  test('the folder of all of them holds no logs, and beside them there may be some', () => {
    expect(insideDataFaults(data, 'log_location', 'harbor.cfg:1')[0]?.message).toContain(
      'holds the data of an installation',
    )
    expect(insideDataFaults(data, 'data_volume', 'harbor.cfg:1')).toEqual([])
    for (const path of [join(data, 'logs'), join(folder, 'registry/logs')])
      expect(insideDataFaults(path, 'log_location', 'harbor.cfg:1')).toEqual([])
  })
})

test.each([
  ['data', 'database/.lock', holderFaults, 'uses', 'stop it first'],
  ['logs of containers', '.lock', logHolderFaults, 'logs to', 'give another folder'],
  ['logs', 'api/lock', logHolderFaults, 'logs to', 'give another folder'],
])('%s that a running installation has locked are not given to a second one', async (name, file, faults, does, ask) => {
  const held = join(folder, `held-${name}`)
  const lock = join(held, file)
  mkdirSync(dirname(lock), { recursive: true })
  expect(faults(held, 'harbor.cfg:1')).toEqual([])
  const holder = spawn('flock', [lock, 'sh', '-c', 'echo held; read -r _'])
  await once(holder.stdout, 'data')
  expect(faults(held, 'harbor.cfg:1')).toMatchObject([
    { where: 'harbor.cfg:1', message: `another installation that is running ${does} ${held}; ${ask}` },
  ])
  holder.stdin.end()
  await once(holder, 'close')
  expect(faults(held, 'harbor.cfg:1')).toEqual([])
})

/** Ends without taking its socket away. */
const LISTEN = "require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))"

const inPlaceOfTheLock: readonly [string, (path: string) => unknown][] = [
  ['a pipe', (path: string) => spawnSync('sh', ['-c', 'mkfifo "$0"', path])],
  ['a link to one', (path: string) => spawnSync('sh', ['-c', 'mkfifo "$0.pipe"; ln -s "$0.pipe" "$0"', path])],
  ['a link to nothing', (path: string) => symlinkSync('none', path)],
  ['a folder', (path: string) => mkdirSync(path)],
  ['a socket', (path: string) => spawnSync(process.execPath, ['-e', LISTEN, path])],
]

test.each(inPlaceOfTheLock)('%s in place of the lock keeps nobody waiting, and is named', (_, put) => {
  const data = mkdtempSync(join(folder, 'odd-'))
  mkdirSync(join(data, 'database'))
  const lock = join(data, 'database/.lock')
  put(lock)
  expect(lstatSync(lock).isFile()).toBe(false)
  expect(holderFaults(data, 'harbor.cfg:1').map(({ message }) => message)).toEqual([`${lock} is no file; remove it`])
})

describe('certificate', () => {
  test('a pair is taken; another key, text that is no key, and a missing file are refused', async () => {
    const [own, other] = [await createTokenCertificate(), await createTokenCertificate()]
    const path = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const certificate = path('own.crt', own.certificate)
    const judge = (key: string) =>
      certificateFaults(
        { certificate, key, whereCertificate: 'harbor.cfg:1', whereKey: 'harbor.cfg:2' },
        'a.example',
        new Date(),
      )
    const matching = judge(path('own.key', own.key))
    expect(matching.faults).toEqual([])
    expect(matching.warnings[0]).toContain('was not issued for a.example')
    expect(judge(path('other.key', other.key)).faults[0]?.message).toContain('is not the key of')
    expect(judge(path('text.key', 'nothing')).faults[0]?.message).toContain('is not a PEM private key')
    expect(judge(join(folder, 'none')).faults[0]?.message).toContain('does not exist')
  })

  test('an expired one is refused', async () => {
    const pair = await createTokenCertificate()
    const [certificate, key] = [join(folder, 'old.crt'), join(folder, 'old.key')]
    writeFileSync(certificate, pair.certificate)
    writeFileSync(key, pair.key)
    const late = new Date(Date.now() + 11 * 365 * 86_400_000)
    const { faults } = certificateFaults({ certificate, key, whereCertificate: 'c', whereKey: 'k' }, 'a.example', late)
    expect(faults[0]?.message).toContain('expired on')
  })
})

describe("another major version's database", () => {
  const databaseOf = (...majors: number[]) => {
    const base = mkdtempSync(join(folder, 'database-'))
    for (const major of majors) {
      mkdirSync(join(base, String(major)))
      writeFileSync(join(base, String(major), 'PG_VERSION'), String(major))
    }
    return base
  }

  test('is no fault when it is ours, absent, or its programs are here to hand it over', () => {
    expect(databaseFaults(databaseOf(), 17, [], 'f')).toEqual([])
    expect(databaseFaults(databaseOf(17), 17, [], 'f')).toEqual([])
    expect(databaseFaults(databaseOf(15), 17, [15], 'f')).toEqual([])
  })

  test('says which package hands it over, and refuses to go back to an older version', () => {
    expect(databaseFaults(databaseOf(15), 17, [], 'f')[0]?.message).toContain('install the package postgresql-15')
    expect(databaseFaults(databaseOf(17), 15, [15], 'f')[0]?.message).toContain('belongs to PostgreSQL 17')
  })
})
