/** What there is in a Harbor, in the order in which it is brought. */
export const kinds = [
  'registry',
  'label',
  'project',
  'member',
  'repository',
  'description',
  'artifact label',
  'retention',
  'immutability',
  'webhook',
  'robot',
  'metadata',
  'scanner',
  'preheat',
  'replication',
  'chart',
  'user',
  'setting',
] as const
export type Kind = (typeof kinds)[number]

/** `present`: it was here before. `left`: Berth has nothing that it could become, or nobody whom it belongs to. */
export type Outcome = 'brought' | 'present' | 'left' | 'failed'
const outcomes: readonly Outcome[] = ['brought', 'present', 'left', 'failed']

export interface Entry {
  readonly kind: Kind
  readonly project?: string
  readonly name: string
  readonly outcome: Outcome
  readonly detail?: string
}

export interface ImageCounts {
  readonly manifests: number
  readonly tags: number
  readonly skipped: number
  readonly blobs: number
  readonly bytes: number
}

/** Lines of a text that tell of single things; a file has them all. */
const MOST_LINES = 200
const NAME = 255
const DETAIL = 500

/** What has become of each thing in the source. */
export class Report {
  readonly entries: Entry[] = []
  readonly #images = { manifests: 0, tags: 0, skipped: 0, blobs: 0, bytes: 0 }

  constructor(
    readonly source: string,
    readonly version: string,
  ) {}

  add(kind: Kind, name: string, outcome: Outcome, detail = '', project?: string): void {
    this.entries.push({
      kind,
      ...(project !== undefined && { project }),
      name: plain(name, NAME),
      outcome,
      ...(detail !== '' && { detail: plain(detail, DETAIL) }),
    })
  }

  addImages(counts: ImageCounts): void {
    for (const key of ['manifests', 'tags', 'skipped', 'blobs', 'bytes'] as const) this.#images[key] += counts[key]
  }

  get images(): ImageCounts {
    return { ...this.#images }
  }

  get failures(): number {
    return this.entries.filter(({ outcome }) => outcome === 'failed').length
  }

  count(kind: Kind, outcome: Outcome): number {
    return this.entries.filter((entry) => entry.kind === kind && entry.outcome === outcome).length
  }

  toJson(more: Readonly<Record<string, unknown>>): string {
    const { source, version, images, entries } = this
    return `${JSON.stringify({ source, version, ...more, images, entries }, undefined, 2)}\n`
  }

  /** For people: how many of each, then what was left out and what failed. */
  toText(): string {
    const rows = kinds
      .filter((kind) => this.entries.some((entry) => entry.kind === kind))
      .map((kind) => [kind, ...outcomes.map((outcome) => String(this.count(kind, outcome)))])
    const table = [['', ...outcomes], ...rows].map(([kind = '', ...cells]) =>
      [kind.padEnd(15), ...cells.map((cell) => cell.padStart(9))].join('').trimEnd(),
    )
    return [
      ...table,
      ...this.#list('left', 'Left out, for Berth has no counterpart or does not know whom it belongs to:'),
      ...this.#list('failed', 'Failed:'),
      '',
    ].join('\n')
  }

  #list(outcome: Outcome, title: string): string[] {
    const found = this.entries.filter((entry) => entry.outcome === outcome)
    if (found.length === 0) return []
    const lines = found.slice(0, MOST_LINES).map(lineOf)
    const rest = found.length - lines.length
    return ['', title, ...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])]
  }
}

function lineOf({ kind, project, name, detail }: Entry): string {
  const where = project === undefined || kind === 'project' || kind === 'repository' ? '' : `${project}: `
  return `  ${kind} ${where}${name}${detail === undefined ? '' : ` - ${detail}`}`
}

/** What a terminal shows and does nothing else with. */
export function plain(text: string, most: number): string {
  const shown = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return shown.length > most ? `${shown.slice(0, most - 1)}…` : shown
}
