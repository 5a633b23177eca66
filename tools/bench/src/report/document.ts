import type { WorkloadResult } from '../result.js'
import type { Server } from '../servers/server.js'
import { detailTable, faultList, figureTable } from './tables.js'

export interface ReportInput {
  readonly date: Date
  readonly machine: readonly string[]
  readonly servers: readonly Pick<Server, 'id' | 'title'>[]
  readonly results: readonly WorkloadResult[]
  readonly rounds: number
  readonly seconds: number
}

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

/** `docs/benchmarks.md`. */
export function renderDocument(input: ReportInput): string {
  const faults = faultList(input.results, input.servers)
  return `# Benchmarks

Berth as \`install.sh --native\` sets it up (proxy, token authentication, durable writes, the whole stack running, under the policy of adr/0010) beside
Docker's registry as Debian packages it, without a proxy and without authentication, and beside bare nginx that sends the same blob files. All in one run
on one machine.
Written by \`pnpm bench\`; do not edit.

${bullets([
  `Measured on ${input.date.toISOString().slice(0, 10)}: ${input.servers.map((server) => server.title).join(', ')}`,
  ...input.machine,
  `${input.rounds} rounds of ${input.seconds} s; pushes of 256 MiB are bounded by the number of images instead`,
])}

## Figures

Medians over the rounds. A target is a multiple of what another server reached in the same run.

${figureTable(input.results, input.servers)}
${faults.length === 0 ? '' : `\nNo figure:\n\n${bullets(faults)}\n`}
## Times, CPU and memory

\`p50\` and \`p99\` are of one request; of one whole image for pushes of 256 MiB, and of one blob for GETs of 256 MiB. CPU seconds (of one round) and memory are
summed over all processes of a server: for Berth that is nginx, registry, api, jobservice, PostgreSQL, Redis and their supervisor. Memory is the highest
sum of proportional set sizes that was seen, four times a second in the round that does not count (looking takes CPU from the servers) and after each
other one. All but the spread and the memory are medians.

${detailTable(input.results, input.servers)}

## How it is measured

- Rounds are interleaved: A B C, B C A, C A B, after a round that does not count. Between pushes everything written is synced to disk first, and
  memory for what is to be written is used once: a virtual machine gets it from its host only then, which would take longer than the push.
- Each server's files lie in a part of the disk of their own (\`chattr +T\`, where ext4 takes it), so that what one deletes does not slow another down.
- GET: \`wrk\`; HEAD: \`ab\`; both over loopback with kept connections, on at most half of the cores. 256 MiB blobs: a reader of 1 MiB at a time, because those
  tools would be the limit. Pushes: \`wrk\`, one thread per client, and undici for 256 MiB; as docker does it (POST, PATCH with a chunked body, empty PUT per
  blob; then the manifest), of content no server has seen before, hashed before the clock starts. An answer that is an error voids the figure.
- Every image gets a tag of its own, as a build does. Berth answers a push that moves a tag 27 ms later (adr/0006). Its proxy answers the \`POST\` that begins
  an upload, and asks the registry about every 10 s for each client and repository (adr/0009).
- A token is fetched before each round, not within it; every request carries it.
- Blob GETs take 20 blobs of 10 KiB or 5 of 1 MiB in turn, all in the page cache. Berth's proxy asks the registry for each of them about once a second
  (adr/0008); a client that takes each blob once has its proxy ask each time. docker-registry 2.8 ignores \`n\` of \`tags/list\`, and sends all tags.

## Run it again

\`\`\`sh
sudo apt-get install --no-install-recommends wrk apache2-utils nginx postgresql redis-server runit
pnpm bench            # about 25 minutes; writes this page
pnpm bench --quick    # one short round of each, printed only
pnpm bench --only 'blob GET' --rounds 3
pnpm bench --registry-3 /path/to/registry   # a further peer: the registry program of Distribution 3
\`\`\`

docker-registry is unpacked from its Debian package for the run when it is not installed. Everything runs on free ports of 127.0.0.1 with its data in a
temporary folder (\`--folder\` chooses where: it must lie on a disk, with 20 GB free), and ends with the run.
`
}
