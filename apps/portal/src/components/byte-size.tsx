import { useTranslation } from 'react-i18next'

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']

/** `1536` → `1.5 KiB`, in the digits of `language`. */
export function formatBytes(bytes: number, language: string): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1)
  const value = bytes / 1024 ** power
  const digits = power === 0 || value >= 100 ? 0 : 1
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${units[power]}`
}

export function ByteSize({ bytes }: { bytes: number }) {
  const { i18n } = useTranslation()
  return <span className="nowrap">{formatBytes(bytes, i18n.language)}</span>
}
