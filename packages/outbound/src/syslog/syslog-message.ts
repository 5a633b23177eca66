/** What is told, and how much it matters. */
export interface SyslogMessage {
  readonly time: Date
  /** RFC 5424, 6.2.1. Its facility is always "log audit". */
  readonly severity: 'warning' | 'informational'
  /** What kind of message it is: up to 32 printable characters of ASCII. */
  readonly kind: string
  readonly text: string
}

const LOG_AUDIT = 13
const severities = { warning: 4, informational: 6 } as const

const printable = (text: string, most: number) => text.replaceAll(/[^!-~]/g, '').slice(0, most) || '-'

/** A message as RFC 5424 writes it. Line ends are none of it: what reads line by line must not take a part of it for a message. */
export function writeSyslog({ time, severity, kind, text }: SyslogMessage, host: string, app: string): Buffer {
  const head = [
    `<${LOG_AUDIT * 8 + severities[severity]}>1`,
    time.toISOString(),
    printable(host, 255),
    printable(app, 48),
    '-',
    printable(kind, 32),
    '-',
  ]
  return Buffer.from(`${head.join(' ')} ${text.replaceAll(/[\r\n]+/g, ' ')}`)
}
