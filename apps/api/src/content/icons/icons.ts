import { createHash } from 'node:crypto'

/** What is drawn inside of a square of 24 by 24. */
const drawings = {
  image: '<path d="M3 7l9-4 9 4v10l-9 4-9-4zM3 7l9 4 9-4M12 11v10"/>',
  chart:
    '<circle cx="12" cy="12" r="4"/><path d="M12 2v6M12 16v6M2 12h6M16 12h6M5 5l4 4M15 15l4 4M19 5l-4 4M9 15l-4 4"/>',
  signature: '<path d="M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM8 12l3 3 5-6"/>',
  artifact: '<path d="M6 2h8l5 5v15H6zM14 2v5h5"/>',
}
type IconName = keyof typeof drawings

interface Icon {
  readonly digest: string
  readonly content: Buffer
}

function draw(drawing: string): Icon {
  const content = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" fill="none" stroke="#3b6ea5" ' +
      `stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round">${drawing}</svg>`,
  )
  return { digest: `sha256:${createHash('sha256').update(content).digest('hex')}`, content }
}

const icons: Readonly<Record<IconName, Icon>> = {
  image: draw(drawings.image),
  chart: draw(drawings.chart),
  signature: draw(drawings.signature),
  artifact: draw(drawings.artifact),
}
const byDigest: ReadonlyMap<string, Buffer> = new Map(
  Object.values(icons).map(({ digest, content }) => [digest, content]),
)

/** The digest under which an icon is found. */
export const iconDigest = (name: IconName): string => icons[name].digest

/** SVG. */
export const findIcon = (digest: string): Buffer | undefined => byDigest.get(digest)
