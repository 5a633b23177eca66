import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berth-scripts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

// Without input: where that is a socket, as pipes of Node.js are, bash takes itself for started by rsh at SHLVL 0 and reads bashrc.
const bash = (script: string, env: NodeJS.ProcessEnv = process.env) =>
  spawnSync('bash', ['-euc', script, 'bash', folder], {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, SHLVL: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** How often `compose down` fails, and the containers that are left after it. */
const takeDown = (failures: number, left: string) =>
  bash(`
    . tools/install/common.sh; . tools/install/docker.sh
    sleep() { :; }
    docker() { printf '%s' '${left}'; }
    compose() { echo "$@" >> "$1.calls"; [ "$(wc -l < "$1.calls")" -gt ${failures} ]; }
    cd "$1"
    docker_stop_all`)

test.each([
  ['at once', 0, '', 0],
  ['where the network was in use for a moment', 2, '', 0],
  ['where the network stays in use, but no container is left', 9, '', 0],
  ['not where a container is left', 9, '0123456789ab', 1],
])('containers are down: %s', (_, failures, left, status) => {
  const result = takeDown(failures, left)
  expect([result.status, result.stderr !== '']).toEqual([status, status !== 0])
  expect(readFileSync(join(folder, 'down.calls'), 'utf8').split('\n')).toHaveLength(Math.min(failures + 1, 3) + 1)
})

const NPM = `#!/bin/sh
echo "$PWD $*" >> "$CALLS"
case "$1" in
  ci) for arch in x64 arm64; do mkdir -p "node_modules/node-linux-$arch/bin" && cp /bin/true "node_modules/node-linux-$arch/bin/node"; done ;;
esac
`

test("Node.js and pnpm are fetched with this machine's settings of npm", () => {
  mkdirSync(join(folder, 'tools'))
  mkdirSync(join(folder, 'bin'))
  cpSync(join(root, 'tools/runtime.sh'), join(folder, 'tools/runtime.sh'))
  cpSync(join(root, 'deploy/runtime'), join(folder, 'deploy/runtime'), { recursive: true })
  writeFileSync(join(folder, 'bin/npm'), NPM)
  chmodSync(join(folder, 'bin/npm'), 0o755)
  const env = { ...process.env, PATH: `${folder}/bin:/usr/bin:/bin`, CALLS: join(folder, 'calls') }
  expect(bash('. "$1/tools/runtime.sh"; berth_runtime; command -v node', env).stdout).toBe(
    `${folder}/.runtime/bin/node\n`,
  )
  const fetched = readFileSync(join(folder, 'calls'), 'utf8')
    .split('\n')
    .find((call) => call.includes(' ci '))
  // The folder may be moved.
  const moved = join(folder, 'moved')
  renameSync(join(folder, '.runtime'), moved)
  writeFileSync(join(moved, 'bin/node'), '#!/bin/sh\necho "$@"\n')
  expect(spawnSync(join(moved, 'bin/pnpm'), ['install'], { encoding: 'utf8' }).stdout).toBe(
    `${moved}/bin/../node_modules/pnpm/bin/pnpm.mjs install\n`,
  )
  // With a prefix, npm looks for them below it.
  expect(fetched).toMatch(new RegExp(`^${folder}/\\.runtime ci `))
  expect(fetched).not.toContain('--prefix')
  // By itself it waits over a minute for what is served wrong.
  expect(fetched).toContain('--fetch-retry-mintimeout=1000')
  expect(readFileSync(join(root, 'deploy/Dockerfile'), 'utf8')).toContain('--fetch-retry-mintimeout=1000')
})

const READ_CERTIFICATES = `
  . tools/install/common.sh; eval "$(sed -n '/^read_certificates()/,/^}/p' berth)"
  caller_folder="$1"; read_certificates authority.pem; env | grep -c '^BERTH_REMOTE_CA='`

test.each([
  ['one is handed on', 'certificate', [0, '1\n']],
  ['more than a program can be given is refused', 'x\n'.repeat(100_000), [1, '']],
])('certificates: %s', (_, content, expected) => {
  writeFileSync(join(folder, 'authority.pem'), content)
  const { status, stdout, stderr } = bash(READ_CERTIFICATES)
  expect([status, stdout]).toEqual(expected)
  expect(stderr.includes('authority.pem has more than 100000 bytes')).toBe(status === 1)
})

const TAKE_TURN = `
  . tools/install/common.sh; eval "$(sed -n '/^take_turn()/,/^}/p' install.sh)"
  cd "$1"`

test('one install.sh works in a folder at a time, and nobody else can hold it up', () => {
  const { status, stdout } = bash(`${TAKE_TURN}
    umask 022
    (take_turn; echo began >&2; sleep 0.3; echo first) 2> >(head -n 1 > began) &
    until [ -s began ]; do sleep 0.01; done
    (take_turn; echo second)
    stat -c %a .install.lock; touch other; stat -c %a other`)
  expect([status, stdout.replace(/.*another .*waiting.*/, 'waits')]).toEqual([0, 'waits\nfirst\nsecond\n600\n644\n'])
})

test.runIf(userInfo().uid === 0)('root makes no folder for the services where a link of theirs leads', () => {
  const make = (path: string) =>
    bash(`
      . tools/install/common.sh; eval "$(sed -n '/^whole_path()/p' berth)"
      installed() { echo 65534; }
      caller_folder="$1"
      make_for_owner "$(whole_path '${path}')"
      stat -c %u "$1/${path}"`)
  bash(`
    cd "$1" && chmod 755 . && mkdir theirs mine && chmod 1777 . && chown 65534:65534 theirs
    ln -s ../mine/planted theirs/planted && ln -s ../mine theirs/mine && ln -s mine/planted loose
    chown -h 65534 loose`)
  for (const path of ['theirs/planted', 'theirs/mine/planted', 'theirs/planted/in', 'loose'])
    expect(make(path), path).toMatchObject({ status: 1, stderr: expect.stringContaining('mkdir: ') })
  expect(existsSync(join(folder, 'mine/planted'))).toBe(false)
  for (const path of ['theirs/made/in', 'mine/made', 'loose-too'])
    expect(make(path), path).toMatchObject({ status: 0, stdout: '65534\n' })
})

test.runIf(userInfo().uid === 0)('install.sh says whose a folder is', () => {
  chmodSync(folder, 0o777)
  const asNobody = 'setpriv --reuid=65534 --regid=65534 --clear-groups bash -ec'
  const { status, stderr } = bash(`${TAKE_TURN}
    take_turn
    export -f take_turn die error; export red='' reset=''
    ${asNobody} take_turn`)
  expect([status, stderr]).toEqual([1, expect.stringMatching(/was installed by root: run .*as that user/)])
  expect(bash(`cd "$1"; ${asNobody} 'flock -n .install.lock true'`).status).not.toBe(0)
})

const KEPT = /stays plain processes, as it was installed/
const START_DOCKER = /installed in containers, and no Docker Engine answers: start Docker/

/** What is asked for by a flag, what is installed, whether an engine answers: what it becomes, and what is said. */
test.each([
  ['', 'native', true, 'native', KEPT],
  ['', 'native', false, 'native', KEPT],
  ['', 'docker', true, 'docker', /^$/],
  ['', 'docker', false, undefined, START_DOCKER],
  ['', '', true, 'docker', /^$/],
  ['', '', false, 'native', /no Docker Engine answers: Berth is installed as plain/],
  ['docker', 'native', true, 'docker', /^$/],
  ['docker', 'native', false, undefined, /or run \.\/install\.sh --native/],
  ['native', 'docker', true, 'native', /^$/],
  ['docker', 'docker', false, undefined, START_DOCKER],
])('the kind, asked for "%s", installed "%s", engine %s: %s', (mode, wasMode, answers, expected, said) => {
  const { status, stdout, stderr } = bash(`
    . tools/install/common.sh; eval "$(sed -n '/^choose_mode()/,/^}/p' install.sh)"
    docker_answers() { ${answers}; }
    mode='${mode}' was_mode='${wasMode}'
    choose_mode >&2
    printf '%s' "$mode"`)
  expect([status, stdout]).toEqual(expected === undefined ? [1, ''] : [0, expected])
  expect(stderr).toMatch(said)
})

test.each([
  ['start', true],
  ['restart', true],
  ['stop', false],
])('berth %s says what to run next: %s', (command, isSaid) => {
  mkdirSync(join(folder, 'bin'))
  for (const part of ['berth', 'tools/install']) cpSync(join(root, part), join(folder, part), { recursive: true })
  writeFileSync(join(folder, '.env'), 'BERTH_MODE=docker\n')
  writeFileSync(join(folder, 'bin/docker'), '#!/bin/sh\n')
  chmodSync(join(folder, 'bin/docker'), 0o755)
  const env = { ...process.env, PATH: `${folder}/bin:/usr/bin:/bin` }
  const { status, stdout } = bash(`bash "$1/berth" ${command}`, env)
  expect([status, stdout.includes('./berth status')]).toEqual([0, isSaid])
})

test('install.sh names what does not come up, also behind a service that has logged nothing', () => {
  const { status, stderr } = bash(`
    set -euo pipefail
    . tools/install/common.sh; . tools/install/native.sh; eval "$(sed -n '/^report_failure()/,/^}/p' install.sh)"
    native_services=(redis registry) mode=native data="$1" HEALTH_SECONDS=120
    installed() { case "$1" in LOG_LOCATION) echo "$data" ;; *) id -u ;; esac; }
    native_health() { echo unhealthy; }
    full_folders() { :; }
    report_failure`)
  expect(status).toBe(1)
  expect(stderr.match(/\w+ is unhealthy|Berth did not become healthy within 120 seconds/g)).toEqual([
    'redis is unhealthy',
    'registry is unhealthy',
    'Berth did not become healthy within 120 seconds',
  ])
})

const USAGE = 'Runs an installed Berth:'

/** The words before --help, whether Berth is installed, what is said: the script's own help, or what runs a program for its. */
test.each<[string, boolean, string]>([
  ...['start', 'stop', 'restart', 'status', 'logs', 'migrate', 'import', 'export'].flatMap(
    (word): [string, boolean, string][] => [
      [word, false, USAGE],
      [word, true, USAGE],
    ],
  ),
  ['status registry', true, USAGE],
  ['import harbor', false, USAGE],
  ['import harbor', true, 'apps/api/dist/commands/import-harbor.js --help'],
  ['import layout', true, 'apps/standalone/bin/berth-registry.js import-layout --help'],
  ['export layout', true, 'apps/standalone/bin/berth-registry.js export-layout --help'],
])('berth %s --help needs nothing that runs, installed %s: %s', (words, isInstalled, said) => {
  for (const part of ['berth', 'tools/install']) cpSync(join(root, part), join(folder, part), { recursive: true })
  const { uid, gid } = userInfo()
  const settings = `BERTH_MODE=native\nBERTH_UID=${uid}\nBERTH_GID=${gid}\nDATA_VOLUME=${folder}\n`
  if (isInstalled) writeFileSync(join(folder, '.env'), settings)
  for (const service of ['api', 'registry']) {
    mkdirSync(join(folder, 'native/etc', service), { recursive: true })
    writeFileSync(join(folder, 'native/etc', service, 'env'), '')
  }
  for (const part of ['bin', 'services']) mkdirSync(join(folder, 'native/app', part), { recursive: true })
  writeFileSync(join(folder, 'native/app/bin/node'), '#!/bin/sh\nshift\necho "$@"\n', { mode: 0o755 })
  const { status, stdout, stderr } = bash(`bash "$1/berth" ${words} --help`)
  expect([status, stdout.includes(said), stderr]).toEqual([0, true, ''])
})

test.each([
  ['hub.example', false],
  ['hub.example:8080', false],
  ['10.0.0.1', false],
  ['127.example', false],
  ['localhost', true],
  ['localhost:8080', true],
  ['127.0.0.1:81', true],
])('Docker speaks plain HTTP to %s by itself: %s', (name, expected) => {
  expect(bash(`. tools/install/common.sh; docker_trusts '${name}'`).status === 0).toBe(expected)
})

test('each installation has a unit of its own, and keeps it', () => {
  const written = bash(`
    . tools/install/common.sh; . tools/install/native.sh
    systemctl() { :; }
    units="$1/units"; mkdir -p "$units"
    write() { local unit; unit="$(unit_name "$1")"; write_unit "$1" "$unit"; echo "$unit"; }
    for data in /data /a/b /a-b /srv/reg+data /a/b; do write "$data"; done
    rm "$units/berth.service"
    for data in /a-b /new; do write "$data"; done`)
  expect(written.stdout.split('\n')).toEqual([
    'berth.service',
    'berth-a-b.service',
    String.raw`berth-a\x2db.service`,
    String.raw`berth-srv-reg\x2bdata.service`,
    'berth-a-b.service',
    String.raw`berth-a\x2db.service`,
    'berth.service',
    '',
  ])
})

const analyses = spawnSync('bash', ['-c', 'command -v systemd-analyze']).status === 0
if (!analyses) console.log('NOT RUN: the unit that starts Berth at boot, for there is no systemd-analyze.')

test.runIf(analyses)('the unit that starts an installation at boot is one that systemd understands', () => {
  const { status, stderr } = bash(`
    . tools/install/common.sh; . tools/install/native.sh
    mkdir -p "$1/native/app"; cp tools/install/native-stop.sh "$1/native/app"
    unit_text "$1" > "$1/berth.service"
    systemd-analyze verify "$1/berth.service"`)
  expect([status, stderr]).toEqual([0, ''])
})

test('logs that are to be kept elsewhere are a reason to start all anew, and their rotation is none', () => {
  const { status, stdout, stderr } = bash(`
    . tools/install/common.sh; . tools/install/native.sh
    installed() { case "$1" in DATA_VOLUME) echo /data ;; *_LOG) echo "$logs" ;; *) echo same ;; esac; }
    native_sv() { [ "$1" != hup ] || echo "$@" >&2; }
    mkdir -p "$1/native/app"
    logs=here
    ! native_starts_whole "$1" || echo 'not known where they are'
    native_remember "$1"
    ! native_starts_whole "$1" || echo 'for nothing'
    logs=there
    ! native_starts_whole "$1" || echo 'elsewhere'
    native_apply "$1"`)
  const rotated = 'hup postgresql/log redis/log registry/log api/log jobservice/log proxy/log'
  expect([status, stdout, stderr]).toEqual([0, 'not known where they are\nelsewhere\n', `${rotated}\n`])
})

/** What install_packages says where the lists of packages cannot be brought up to date, and a package is to be had or not. */
const withoutLists = (isThere: boolean) =>
  bash(`
    . tools/install/common.sh; . tools/install/native.sh
    missing_packages() { echo runit; }
    apt_get() { case "$1" in update) echo 'the mirror is shut' >&2; false ;; install) echo "asked for $2" >&2; ${isThere} ;; esac; }
    eval "$(declare -f install_packages | sed "s,/usr/sbin/policy-rc.d,$1/policy,")"
    TMPDIR="$1" install_packages
    [ -z "$(ls "$1")" ]`)

test('a mirror of Debian that cannot be reached is named where a package cannot be had, and nowhere else', () => {
  const without = withoutLists(false)
  expect([without.status, without.stderr]).toEqual([
    1,
    expect.stringMatching(/^asked for runit\nthe mirror is shut\n.*could not install: runit.*harbor.cfg has no part/s),
  ])
  expect([withoutLists(true).status, withoutLists(true).stderr]).toEqual([0, 'asked for runit\n'])
})

/** Whether new programs are taken beside 100 MiB and 1,000 files that run, with so much that is free. */
const takes = (built: string, room: string) =>
  bash(`
    . tools/install/common.sh; . tools/install/native.sh
    programs_print() { echo ${built}; }
    du() { case "$*" in *--inodes*) printf '1000\\t' ;; *) printf '100\\t' ;; esac; }
    room_of() { echo '${room}'; }
    mkdir -p "$1/native/app"; echo same > "$1/native/app/print"
    need_room "$1"`)

test.each([
  ['the same ones, whatever is free', 'same', '0 0', ''],
  ['new ones where there is room', 'new', '174 1100', ''],
  ['none where bytes are missing', 'new', '173 5000', 'No room for the new programs'],
  ['none where files are missing', 'new', '5000 1099', 'No room for the new programs'],
])('of programs an installation takes %s', (_, built, room, said) => {
  const { status, stderr } = takes(built, room)
  expect([status, stderr.includes('What runs goes on')]).toEqual(said === '' ? [0, false] : [1, true])
  expect(stderr).toContain(said)
})

test('a folder is full where its disk has no room for what PostgreSQL writes, or for files', () => {
  const { stdout } = bash(`
    . tools/install/common.sh
    room_of() { case "$1" in */a) echo 15 5000 ;; */b) echo 16 100 ;; */c) echo 5000 99 ;; esac; }
    mkdir "$1/a" "$1/b" "$1/c"
    full_folders "$1/a" "$1/b" "$1/c" "$1/none"
    . tools/install/common.sh; read -r room left < <(room_of "$1"); [ "$room" -gt 0 ] && [ "$left" -gt 0 ] && echo real`)
  expect(stdout.replaceAll(folder, '')).toBe(
    [
      'The disk of /a is full: 15 MiB and 5000 files are free.',
      'The disk of /c is full: 5000 MiB and 99 files are free.',
      'real',
      '',
    ].join('\n'),
  )
})

test('what tells the time of a long step ends with the script, however that ends', async () => {
  const said = join(folder, 'said')
  bash(
    `exec > "$1/said"; . tools/install/common.sh; sleep() { command sleep 0.05; }; quietly 'a step' bash -c 'command sleep 0.3; kill -KILL $PPID'`,
  )
  const length = () => readFileSync(said, 'utf8').length
  const before = length()
  await new Promise((resolve) => setTimeout(resolve, 500))
  // One line may be on its way.
  expect(length() - before).toBeLessThan(60)
  expect(before).toBeGreaterThan(0)
})

test('programs are staged by a pnpm that comes to its end, not by one that was interrupted and says nothing of it', () => {
  const stage = (writesLast: string) => {
    writeFileSync(
      join(folder, 'pnpm'),
      `#!/bin/sh\ncase "$*" in install*) mkdir -p node_modules; ${writesLast} ;; 'store path') echo /store ;; esac\n`,
      { mode: 0o755 },
    )
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` }
    return bash('tools/stage.sh "$1/programs" apps/api', env).status
  }
  expect(stage(':')).toBe(1)
  expect(stage('touch node_modules/.modules.yaml')).toBe(0)
})

/** What npm writes of a registry that it cannot read, and what is told of it; nothing where the registry serves. */
test.each([
  ['code E404\n404 Not Found - GET http://r/pnpm', ''],
  ['code E403\n403 403 Forbidden - GET http://r/pnpm - no', '403 Forbidden.'],
  ['code E407\n407 Proxy Authentication Required - GET http://r/pnpm', '407 Proxy Authentication Required.'],
  ['code E503\n503 Service Unavailable - GET http://r/pnpm', '503 Service Unavailable.'],
  ['code FETCH_ERROR\nerrno FETCH_ERROR\ninvalid json response body at http://r/pnpm', 'invalid json response body'],
  ['code EIDLETIMEOUT\nerrno EIDLETIMEOUT\nInvalid response body while trying', 'Invalid response body while trying'],
  [
    'code ENOTFOUND\nsyscall getaddrinfo\nerrno ENOTFOUND\nnetwork request to http://r failed',
    'request to http://r failed',
  ],
  ['code UNABLE_TO_VERIFY_LEAF_SIGNATURE\nrequest to https://r failed, reason: unable', 'failed, reason: unable'],
])('of a registry of packages by which npm ends with %s it is told: %s', (written, told) => {
  const lines = written.replaceAll(/^/gm, 'npm error ')
  writeFileSync(
    join(folder, 'npm'),
    `#!/bin/sh\n[ "$1" = view ] || { echo http://r; exit; }\necho '${lines}' >&2\nexit 1\n`,
    {
      mode: 0o755,
    },
  )
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` }
  const { status, stderr } = bash('. tools/runtime.sh; registry_answers', env)
  expect(status).toBe(told === '' ? 0 : 1)
  expect(stderr).toContain(told)
})

test('memory is summed over processes one of which has ended meanwhile', () => {
  const { status, stdout } = bash(`
    set -o pipefail
    . tools/install/common.sh
    # Its child ends once it is no shell, and nobody asks for how.
    bash -c 'until [ "$(cat /proc/$$/comm)" = sleep ]; do sleep 0.01; done & exec sleep 60' & parent=$!
    until ended="$(pgrep -P "$parent" -r Z)" || ! kill -0 "$parent"; do sleep 0.1; done
    size="$(pss "$ended" "$parent")"
    kill "$parent"
    echo "$size"`)
  expect([status, Number(stdout) > 0]).toEqual([0, true])
})

/** What ./berth status says of a service that does not answer: one that was started so many seconds ago, then the same after a restart. */
const healthOf = (age: string) =>
  bash(
    `
    . tools/install/common.sh; . tools/install/native.sh
    native_health() { echo unhealthy; }
    installed() { echo "$folder"; }
    service="$1/native/service/api" folder="$1"
    mkdir -p "$service"; printf '#!/bin/sh\\nexec sleep 60\\n' > "$service/run"; chmod +x "$service/run"
    runsv "$service" & supervisor=$!
    pid=''
    # As another process than before.
    runs() {
      local before="$pid"
      until pid="$(cat "$service/supervise/pid" 2> /dev/null)" && [ -n "$pid" ] && [ "$pid" != "$before" ] &&
        sv status "$service" 2> /dev/null | grep -q ^run; do sleep 0.1; done
    }
    runs
    # As if it had been started, and asked for, so long ago.
    ps() { case "$*" in *etimes*) echo ' ${age}' ;; *) command ps "$@" ;; esac; }
    touch -d '${age} seconds ago' "$service/supervise/control"
    native_status api | awk '$1 == "api" { print $3 }'
    native_sv restart api > /dev/null; runs
    native_status api | awk '$1 == "api" { print $3 }'
    native_sv -w 5 exit api > /dev/null; wait "$supervisor"`,
    { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` },
  ).stdout.split('\n')

test('a service that does not answer is starting while it is young, and after a restart, else unhealthy', () => {
  expect(healthOf('5')).toEqual(['starting', 'starting', ''])
  expect(healthOf('90')).toEqual(['unhealthy', 'starting', ''])
})

/** `ensure_user` by root, on a machine with these accounts. */
const ensureUser = (accounts: string, group: string, installedAs = '') =>
  bash(`
    . tools/install/common.sh
    id() { case "$*" in -u) echo 0 ;; '-u berth') cut -d : -f 3 <<< '${accounts}' | head -n 1 ;; esac; }
    getent() { case "$*" in 'passwd berth') head -n 1 <<< '${accounts}' ;; passwd) echo '${accounts}' ;; *) echo '${group}' ;; esac; }
    installed() { echo '${installedAs}'; }
    useradd() { exit 9; }
    ensure_user`)

const SYSTEM = 'berth:x:994:993::/nonexistent:/usr/sbin/nologin'
const PERSON = 'berth:x:1000:1000:Berth:/home/berth:/bin/bash'
test.each([
  ['the one that was made for it is', SYSTEM, 'berth:x:993:', '', 0, ''],
  ['one with a shell that an administrator made is', 'berth:x:993:993::/:/bin/sh', 'berth:x:993:berth', '', 0, ''],
  ['a person is not', PERSON, 'berth:x:1000:', '', 1, 'user id 1000, /bin/bash'],
  ['a person has been, and is told of', PERSON, 'berth:x:1000:', '1000', 0, 'user id 1000, /bin/bash'],
  ['root by another name is not, whatever was before', 'berth:x:0:0::/:/usr/sbin/nologin', 'root:x:0:', '0', 1, 'root'],
  [
    'one whose number another account has is not',
    `${SYSTEM}\nalice:x:994:1001::/home/alice:/bin/bash`,
    'berth:x:993:',
    '',
    1,
    'the same user id as others (alice)',
  ],
  ['one with others in its group is not', SYSTEM, 'berth:x:993:berth,alice', '', 1, '(alice)'],
  ['one whose group is that of others is not', `${SYSTEM}\nbob:x:1001:993::/:/bin/sh`, 'users:x:993:', '', 1, '(bob)'],
])('the user berth is taken: %s', (_, accounts, group, installedAs, status, said) => {
  const result = ensureUser(accounts, group, installedAs)
  expect([result.status, result.stdout + result.stderr]).toEqual([status, said && expect.stringContaining(said)])
})
