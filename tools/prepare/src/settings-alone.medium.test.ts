import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = join(import.meta.dirname, '../dist/main.js')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'berth-settings-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(text: string | Buffer) {
  const conf = join(folder, 'harbor.cfg')
  writeFileSync(conf, text)
  return spawnSync(process.execPath, [main, '--settings', '--root', folder, '--conf', conf], { encoding: 'utf8' })
}

test('reads the settings by themselves: faults with key and line, else nothing', () => {
  const faulty = read('hostname = http://berth.example\ncolour = blue\nhttp_port = 0\n')
  expect(faulty.status).toBe(1)
  for (const fault of ['harbor.cfg:1: hostname', 'harbor.cfg:2: colour', 'harbor.cfg:3: http_port'])
    expect(faulty.stderr).toContain(fault)
  // What only the machine can tell is for another run, and so is every notice.
  const good = read('hostname = berth.example\ndata_volume = /proc/none\nhttp_port = 1\nmax_job_workers = 3\n')
  expect([good.status, good.stdout, good.stderr]).toEqual([0, '', ''])
  expect(readdirSync(folder)).toEqual(['harbor.cfg'])
})

test.each([
  ['Latin-1', Buffer.from('hostname = a.example\nharbor_admin_password = Pässw0rd1\n', 'latin1'), 2],
  ['UTF-16', Buffer.from('\uFEFFhostname = a.example\n', 'utf16le'), 1],
])('refuses a file in %s, and says where it is', (_, bytes, line) => {
  const { status, stderr } = read(bytes)
  expect([status, stderr]).toEqual([1, expect.stringContaining(`harbor.cfg:${line}: is not in UTF-8`)])
})

test('takes what editors of Windows write', () => {
  expect(read('\uFEFFhostname = a.example\r\nmax_job_workers = 3\r\n').status).toBe(0)
})

test('refuses a folder in place of the file', () => {
  const { status, stderr } = spawnSync(process.execPath, [main, '--settings', '--root', folder, '--conf', folder], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([1, expect.stringContaining('is not a file')])
})

test('an installation that runs is given no folders that another one holds', async () => {
  const [conf, held] = [join(folder, 'moved.cfg'), join(folder, 'held')]
  mkdirSync(join(held, 'database'), { recursive: true })
  const holder = spawn('flock', [
    join(held, 'database/.lock'),
    'flock',
    join(held, '.lock'),
    'sh',
    '-c',
    'echo held; read -r _',
  ])
  await once(holder.stdout, 'data')
  const check = (data: string, logs: string) => {
    writeFileSync(conf, `hostname = berth.example\nhttp_port = 17299\ndata_volume = ${data}\nlog_location = ${logs}\n`)
    const words = [main, '--check', '--root', folder, '--conf', conf, '--own-ports', '17299,1514']
    return spawnSync(process.execPath, words, { encoding: 'utf8' }).stderr
  }
  const own = join(folder, 'own')
  writeFileSync(join(folder, '.env'), `DATA_VOLUME=${own}\nLOG_LOCATION=${own}-logs\n`)
  expect(check(held, `${own}-logs`)).toContain(
    `moved.cfg:3: data_volume: another installation that is running uses ${held}`,
  )
  expect(check(own, held)).toContain(`moved.cfg:4: log_location: another installation that is running logs to ${held}`)
  writeFileSync(join(folder, '.env'), `DATA_VOLUME=${held}\nLOG_LOCATION=${held}\n`)
  symlinkSync(held, join(folder, 'same'))
  for (const same of [held, join(folder, 'same')]) expect(check(same, join(same, 'logs'))).toBe('')
  rmSync(join(folder, '.env'))
  holder.stdin.end()
  await once(holder, 'close')
})

test('names the file that could not be written, leaves no draft of it, and goes on once there is room', () => {
  const conf = join(folder, 'harbor.cfg')
  const data = join(folder, 'data')
  writeFileSync(
    conf,
    `hostname = berth.example\nhttp_port = 17299\ndata_volume = ${data}\nlog_location = ${folder}/log\n`,
  )
  symlinkSync(join(import.meta.dirname, '../../../deploy'), join(folder, 'deploy'))
  // In KiB of a file: as on a disk that is full, some are written, and one is not.
  const prepare = (most: string) =>
    spawnSync(
      'bash',
      ['-c', 'ulimit -f "$1"; shift; exec "$@"', 'bash', most, process.execPath, main].concat([
        '--root',
        folder,
        '--conf',
        conf,
        '--version',
        '1',
        '--mode',
        'docker',
        '--project',
        'berth',
        '--own-ports',
        '1514,17299',
      ]),
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    )
  const full = prepare('1')
  expect(full.stderr).toMatch(
    /^✖ EFBIG: file too large, write '.*\/data\/secret\/token.key'\nNot all files could be written/m,
  )
  expect(full.status).toBe(1)
  expect(existsSync(join(data, 'secret/token.key.new'))).toBe(false)
  expect(prepare('unlimited').status).toBe(0)
})
