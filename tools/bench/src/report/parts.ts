/** Parts of `docs/benchmarks.md` that a run of their own writes: `pnpm bench --<part>`. */
export const parts = ['rest', 'proxy-cache', 'replication', 'webhooks'] as const
export type Part = (typeof parts)[number]

const first = (part: Part) => `<!-- ${part}: written by pnpm bench --${part} -->`
const last = (part: Part) => `<!-- end of ${part} -->`
const pattern = (part: Part) => new RegExp(`${first(part)}.*?${last(part)}\n`, 's')

/** What stands in the document is found by its first and last line. */
export const asPart = (part: Part, text: string) => `${first(part)}\n${text.trimEnd()}\n${last(part)}\n`

/** That part of a document, or nothing. */
export const partOf = (document: string, part: Part): string => pattern(part).exec(document)?.[0] ?? ''

/** The document with this part instead of its own, or at its end. */
export function withPart(document: string, part: Part, text: string): string {
  if (text === '') return document
  return partOf(document, part) === ''
    ? `${document.trimEnd()}\n\n${text}`
    : document.replace(pattern(part), () => text)
}
