export interface ImageConfig {
  entrypoint: string[]
  command: string[]
  workingDirectory: string
  user: string
  ports: string[]
  environment: [name: string, value: string][]
  labels: [name: string, value: string][]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : []
}

function pairs(value: unknown): [string, string][] {
  return isObject(value) ? Object.entries(value).map(([name, text]) => [name, String(text)]) : []
}

/** The `config` of an OCI image (image-spec, config.md). Written by whoever built the image: nothing of it is sure. */
export function readImageConfig(value: unknown): ImageConfig {
  const config = isObject(value) ? value : {}
  const text = (key: string) => (typeof config[key] === 'string' ? config[key] : '')
  return {
    entrypoint: strings(config['Entrypoint']),
    command: strings(config['Cmd']),
    workingDirectory: text('WorkingDir'),
    user: text('User'),
    // An object without values to the OCI, a list to this API.
    ports: isObject(config['ExposedPorts']) ? Object.keys(config['ExposedPorts']) : strings(config['ExposedPorts']),
    environment: strings(config['Env']).map((line): [string, string] => {
      const at = line.indexOf('=')
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
    }),
    labels: pairs(config['Labels']),
  }
}
