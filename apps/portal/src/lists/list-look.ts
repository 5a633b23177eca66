import { keptChoice } from '../browser/choice'

export const densities = ['comfortable', 'compact'] as const

/** How close the rows of all lists stand. */
export const { choose: chooseDensity, useChoice: useDensity } = keptChoice(
  'berth-density',
  (text) => densities.find((known) => known === text) ?? 'comfortable',
)

/** More than all lists have columns: what is remembered does not grow, whoever wrote it. */
const MAX_HIDDEN = 200
const MAX_LENGTH = 20_000

/** Whatever has not the shape that is written here is left out: an older Berth or a hand may have left it. */
function readHidden(text = ''): readonly string[] {
  try {
    const found: unknown = text.length > MAX_LENGTH ? [] : JSON.parse(text)
    return Array.isArray(found) ? found.filter((name) => typeof name === 'string').slice(-MAX_HIDDEN) : []
  } catch {
    return []
  }
}

const hidden = keptChoice('berth-hidden-columns', readHidden)

/** The columns that the reader hides, each as `columnName` says; that hidden last comes last. */
export const useHiddenColumns = hidden.useChoice

export function columnName(list: string | undefined, key: string): string {
  return `${list}/${key}`
}

export function showColumns(names: readonly string[]): void {
  hidden.choose(JSON.stringify(hidden.current().filter((name) => !names.includes(name))))
}

export function hideColumn(name: string): void {
  hidden.choose(JSON.stringify([...hidden.current(), name].slice(-MAX_HIDDEN)))
}
