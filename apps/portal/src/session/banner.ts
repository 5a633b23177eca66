export interface Banner {
  readonly message: string
  readonly tone: 'info' | 'success' | 'warning' | 'danger'
  readonly closable: boolean
}

const tones: ReadonlySet<string> = new Set<Banner['tone']>(['info', 'success', 'warning', 'danger'])
const isTone = (type: unknown): type is Banner['tone'] => typeof type === 'string' && tones.has(type)

/**
 * What the setting `banner_message` says on a day: a text, or the object that Harbor's portal writes there as JSON, with a type, whether
 * readers may close it, and the first and the last of its days as month/day/year.
 *
 * @returns undefined where it says nothing, or nothing today
 */
export function readBanner(setting: string, today: Date): Banner | undefined {
  const { message, type, closable, fromDate, toDate } = readObject(setting) ?? { message: setting }
  if (typeof message !== 'string' || message.trim() === '') return undefined
  const day = numberOf(today.getFullYear(), today.getMonth() + 1, today.getDate())
  if (day < (readDay(fromDate) ?? 0) || day > (readDay(toDate) ?? Infinity)) return undefined
  return { message, tone: isTone(type) ? type : 'info', closable: closable === true }
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'message' in value ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Days in their order. */
const numberOf = (year: number, month: number, day: number) => (year * 100 + month) * 100 + day

function readDay(value: unknown): number | undefined {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(String(value)) ?? []
  return year === undefined ? undefined : numberOf(Number(year), Number(month), Number(day))
}
