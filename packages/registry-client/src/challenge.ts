/** What a registry wants to see before it answers. */
export interface Challenge {
  readonly scheme: 'basic' | 'bearer'
  readonly parameters: Readonly<Record<string, string>>
}

/** Reads `WWW-Authenticate`. @returns undefined for schemes that are not known */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  const [, scheme = '', rest = ''] = /^\s*(basic|bearer)\b\s*(.*)$/i.exec(header ?? '') ?? []
  if (scheme === '') return undefined
  const parameters: Record<string, string> = {}
  for (const [, name = '', quoted, bare] of rest.matchAll(/([A-Za-z_]+)=(?:"([^"]*)"|([^\s,]+))/g))
    parameters[name.toLowerCase()] = quoted ?? bare ?? ''
  return { scheme: scheme.toLowerCase() === 'basic' ? 'basic' : 'bearer', parameters }
}
