const units: ['hour' | 'minute' | 'second', number][] = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

/** `2 min 5 sec`: whole seconds, in the two greatest units that are not zero. Less than one is `< 1 sec`. */
export function formatDuration(start: string, end: string, language: string): string {
  let rest = Math.floor((Date.parse(end) - Date.parse(start)) / 1000)
  const format = (value: number, unit: string) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
  if (rest < 1) return `< ${format(1, 'second')}`
  const parts: string[] = []
  for (const [unit, length] of units) {
    const value = Math.floor(rest / length)
    rest -= value * length
    if (value > 0) parts.push(format(value, unit))
  }
  return parts.slice(0, 2).join(' ')
}
