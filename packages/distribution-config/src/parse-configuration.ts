import type { z } from 'zod'
import { ConfigurationError, type Fault } from './configuration-error.js'
import { parseYaml } from './document.js'
import { applyOverrides } from './overrides.js'
import { configuration, type Configuration } from './schema/configuration.js'
import { drop, isTree, valueAt, withoutBlanks, type Path, type Tree } from './tree.js'
import { unsupported, withoutEffect } from './verdicts.js'

export interface ParsedConfiguration {
  readonly settings: Readonly<Configuration>
  /** What the operator wrote that changes nothing, one sentence each. */
  readonly notices: readonly string[]
}

const verdicts = [...Object.keys(unsupported), ...Object.keys(withoutEffect)]
const topLevelKeys = [...Object.keys(configuration.shape), ...verdicts.map((path) => path.split('.')[0] ?? '')]

const isUnset = (value: unknown): boolean => value === null || value === ''

/** `storage: filesystem` and `auth: none` are short for a mapping with that one key, which is a choice even where nothing stands below it. */
function expandShortForms(tree: Tree): void {
  for (const key of ['storage', 'auth']) {
    const value = tree[key]
    if (typeof value === 'string') tree[key] = { [value]: {} }
    else if (isTree(value))
      tree[key] = Object.fromEntries(Object.entries(value).map(([name, below]) => [name, isUnset(below) ? {} : below]))
  }
}

function faultsOf(issue: z.core.$ZodIssue): { path: Path; message: string }[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }]
  return issue.keys.map((key) => ({ path: [...path, key], message: 'this key is unknown' }))
}

/**
 * The configuration without unknown keys that `isPassedOver` names: a container platform sets variables of its own for every service, and
 * those of a service named `registry-http` begin like settings.
 */
function parseWithout(tree: Tree, isPassedOver: (path: Path) => boolean) {
  const unknown: Path[] = []
  for (;;) {
    const parsed = configuration.safeParse(withoutBlanks(tree))
    const keys = parsed.success ? [] : parsed.error.issues.filter(({ code }) => code === 'unrecognized_keys')
    const passedOver = keys.flatMap(faultsOf).filter(({ path }) => isPassedOver(path))
    if (passedOver.length === 0) return { parsed, unknown }
    for (const { path } of passedOver) drop(tree, path)
    unknown.push(...passedOver.map(({ path }) => path))
  }
}

const isUsed = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && !(isTree(value) && Object.keys(value).length === 0)

/** The name alone says what is chosen, whatever stands below it. */
const isChoice = (path: string): boolean => /^(?:storage|auth)\.[^.]+$/.test(path)

/** As files made from an example keep the sections that they do not use: there, with nothing in them, or switched off. */
const isBlank = (value: unknown): boolean =>
  !isUsed(value) ||
  value === '' ||
  valueAt(value, ['disabled']) === true ||
  (typeof value === 'object' && Object.values(value ?? {}).every(isBlank))

const lineNumber = ({ where }: Fault): number => Number(/^line (\d+)$/.exec(where ?? '')?.[1] ?? Infinity)
/** In the order of the file; what is not in the file comes last. */
const byPlace = (one: Fault, other: Fault): number => Math.sign(lineNumber(one) - lineNumber(other)) || 0

/**
 * Reads a `config.yml` of Docker Distribution.
 *
 * @param text        the file
 * @param environment its `REGISTRY_*` variables override keys of the file
 * @throws {ConfigurationError} naming each key that is unknown, unsupported, malformed or missing, with its line or variable
 */
export function parseConfiguration(
  text: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): ParsedConfiguration {
  const document = parseYaml(text)
  const { tree, origins, ignored, broken } = applyOverrides(document.tree, environment, topLevelKeys)
  expandShortForms(tree)

  const variableOf = (path: Path): string | undefined => {
    for (let length = path.length; length > 0; length--) {
      const variable = origins.get(path.slice(0, length).join('.'))
      if (variable !== undefined) return variable
    }
    return undefined
  }
  const variableWithin = (path: Path): string | undefined =>
    [...origins].find(([set]) => set.startsWith(`${path.join('.')}.`))?.[1]
  const whereIs = (path: Path): string | undefined => {
    const found = document.lineOf(path)
    const line = found && `line ${found.line}`
    return variableOf(path) ?? (found?.exact === true ? line : (variableWithin(path) ?? line))
  }
  const fault = (path: Path, message: string): Fault => {
    const where = whereIs(path)
    return { path: path.join('.'), message, ...(where === undefined ? {} : { where }) }
  }

  const given = Object.entries(unsupported).filter(([path]) => valueAt(tree, path.split('.')) !== undefined)
  const refused = given.filter(([path]) => isChoice(path) || !isBlank(valueAt(tree, path.split('.'))))
  const faults: Fault[] = broken.map(({ name, path, message }) => ({ path, where: name, message }))
  faults.push(...refused.map(([path, why]) => fault(path.split('.'), `not supported: ${why}`)))
  if (tree['storage'] === undefined || tree['storage'] === null)
    faults.push({ path: 'storage', message: 'is missing: name storage.filesystem.rootdirectory' })

  const effectless = Object.entries(withoutEffect).filter(([path]) => isUsed(valueAt(tree, path.split('.'))))
  const meant = structuredClone(tree)
  const passedOver = given.filter((one) => !refused.includes(one)).map(([path]) => path)
  for (const path of [...Object.keys(withoutEffect), ...passedOver]) drop(meant, path.split('.'))
  const isOnlyVariable = (path: Path) =>
    (variableOf(path) ?? variableWithin(path)) !== undefined && document.lineOf(path)?.exact !== true
  // Passing over what is no way to sign in would open the registry to anybody.
  const { parsed, unknown } = parseWithout(meant, (path) => isOnlyVariable(path) && !isChoice(path.join('.')))
  const isRefused = (path: string) => refused.some(([known]) => path === known || known.startsWith(`${path}.`))
  if (!parsed.success)
    for (const { path, message } of parsed.error.issues.flatMap(faultsOf)) {
      const known = faults.some((other) => other.path === path.join('.'))
      if (!known && !isRefused(path.join('.'))) faults.push(fault(path, message))
    }
  if (faults.length > 0 || !parsed.success) throw new ConfigurationError(faults.sort(byPlace))

  const notices = effectless.map(([path, why]) => `${path} (${whereIs(path.split('.'))}) has no effect: ${why}.`)
  const nameless = new Set([...ignored, ...unknown.map((path) => whereIs(path) ?? '')])
  notices.push(...[...nameless].map((name) => `${name} is no setting of the registry and has no effect.`))
  return { settings: Object.freeze(parsed.data), notices }
}
