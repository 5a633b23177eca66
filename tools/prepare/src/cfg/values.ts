import { isIP, isIPv4, isIPv6 } from 'node:net'
import { z } from 'zod'

/** What Harbor ships in its file; nobody's registry has this name. */
const SAMPLE_HOSTNAME = 'reg.mydomain.com'
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i

/** Splits `name`, `name:port`, `1.2.3.4:port`, `[::1]:port`. The port is undefined where none stands. */
export function splitHostPort(value: string): { host: string; port: string | undefined } {
  const match = /^(\[[^\]]+\]|[^:]+)(?::(.*))?$/.exec(value)
  return { host: match?.[1] ?? value, port: match?.[2] }
}

function isHost(host: string): boolean {
  if (host.startsWith('[')) return isIPv6(host.slice(1, -1))
  if (/^[0-9.]+$/.test(host)) return isIPv4(host)
  return host.length <= 253 && host.split('.').every((label) => LABEL.test(label))
}

function isPort(text: string): boolean {
  return /^[1-9][0-9]{0,4}$/.test(text) && Number(text) <= 65_535
}

export const hostname = z.string().superRefine((value, context) => {
  const fault = hostnameFault(value)
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault })
})

function hostnameFault(value: string): string | undefined {
  if (value === '') return 'is empty; set it to the name or address by which clients reach Berth, or to auto'
  if (value === 'auto') return undefined
  if (/^[a-z]+:\/\//i.test(value)) return 'is a name or an address, without http://'
  const { host, port } = splitHostPort(value)
  if (host.toLowerCase() === SAMPLE_HOSTNAME)
    return `${SAMPLE_HOSTNAME} is Harbor's sample; set it to the name or address by which clients reach Berth, or to auto`
  if (!isHost(host)) return `"${value}" is neither a name nor an address`
  if (port !== undefined && !isPort(port)) return `"${port}" is not a port between 1 and 65535`
  return undefined
}

export const port = z
  .string()
  .refine(isPort, { error: (issue) => `"${String(issue.input)}" is not a port between 1 and 65535` })
  .transform(Number)

export const count = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: (issue) => `"${String(issue.input)}" is not a whole number between ${least} and ${most}`,
    })
    .transform(Number)

const truths: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  yes: true,
  off: false,
  false: false,
  no: false,
}

export const onOff = z
  .string()
  .refine((text) => Object.hasOwn(truths, text.toLowerCase()), {
    error: (issue) => `"${String(issue.input)}" is neither on nor off`,
  })
  .transform((text) => truths[text.toLowerCase()] === true)

/** One of a few words. */
export const word = <const Word extends string>(...words: Word[]) =>
  z.enum(words, { error: (issue) => `"${String(issue.input)}" is not one of: ${words.join(', ')}` })

const SYSTEM_FOLDERS = new Set(
  '/ /bin /boot /dev /etc /home /lib /proc /root /run /sbin /sys /tmp /usr /var /var/lib /var/log'.split(' '),
)
/** Beyond those, where others' folders lie: what is in a folder of logs becomes the services' user's. */
const SHARED_FOLDERS = new Set(
  '/lib64 /media /mnt /opt /srv /usr/bin /usr/lib /usr/local /usr/sbin /usr/share /var/cache /var/opt /var/spool /var/tmp'.split(
    ' ',
  ),
)

/** An absolute folder of Berth's own. Characters that shells, compose files, systemd, PostgreSQL or nginx would read differently are refused. */
export const folder = z
  .string()
  .transform((path) => path.replace(/\/+$/, '') || '/')
  .superRefine((path, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message })
    if (!path.startsWith('/')) refuse(`"${path}" is not an absolute path`)
    else if (!/^(\/[\w@+=.~-]+)+$/.test(path) && path !== '/')
      refuse(`"${path}" has characters that a path may not have here`)
    else if (path.split('/').some((name) => name === '.' || name === '..')) refuse(`"${path}" must not contain . or ..`)
    else if (SYSTEM_FOLDERS.has(path)) refuse(`"${path}" belongs to the system; give a folder of its own`)
  })

/** As above, and none where others' folders lie. */
export const logFolder = folder.refine((path) => !SHARED_FOLDERS.has(path), {
  error: (issue) => `"${String(issue.input)}" belongs to the system; give a folder of its own`,
})

/** `200M`, `64k`, `1G` or plain bytes, as bytes. */
export const byteSize = z
  .string()
  .refine((text) => /^[1-9]\d{0,8}[kMG]?$/.test(text), {
    error: (issue) => `"${String(issue.input)}" is not a size such as 200M (bytes, or with k, M, G)`,
  })
  .transform((text) => {
    const factors: Readonly<Record<string, number>> = { k: 1024, M: 1024 ** 2, G: 1024 ** 3 }
    return Number.parseInt(text, 10) * (factors[text.slice(-1)] ?? 1)
  })

export const address = z
  .string()
  .transform((url) => url.replace(/\/+$/, ''))
  .refine((url) => /^https?:\/\/[A-Za-z0-9.[\]:-]+$/.test(url) && URL.canParse(url), {
    error: (issue) => `"${String(issue.input)}" is not an address such as https://registry.example.com`,
  })

const listed = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean))

/** Names, addresses and networks, separated by commas or spaces. */
export const hostsOrNetworks = listed.superRefine((list, context) => {
  for (const entry of list.filter((text) => !isNetwork(text) && !isHost(text)))
    context.addIssue({ code: 'custom', message: `"${entry}" is neither a name, an address nor a network` })
})

/** Addresses and networks (`10.0.0.0/8`), separated by commas or spaces. */
export const networks = listed.superRefine((list, context) => {
  for (const entry of list.filter((text) => !isNetwork(text)))
    context.addIssue({ code: 'custom', message: `"${entry}" is neither an address nor a network such as 10.0.0.0/8` })
})

function isNetwork(text: string): boolean {
  const [, host = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(host)] ?? -1
  return Number(bits ?? 0) <= longest
}

/** bcrypt reads 72 bytes and no more; a longer password would be accepted by its first 72. */
export const password = z
  .string()
  .refine((text) => text.length >= 8 && /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text), {
    error: 'needs at least 8 characters, with a capital letter, a small letter and a digit',
  })
  .refine((text) => Buffer.byteLength(text) <= 72, { error: 'is longer than 72 bytes' })
