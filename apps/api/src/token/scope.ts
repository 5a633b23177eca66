/** What a client asks a token for (Distribution's token specification, "Token Scope"). */
export interface ScopeRequest {
  readonly type: string
  /** `plugin` of `repository(plugin)`. */
  readonly class: string | undefined
  readonly name: string
  readonly actions: readonly string[]
}

/** A repository's name has at most 255 characters. What is longer is left out, for every registry process remembers what a token grants. */
const MAX_LENGTH = 400

/**
 * Reads `scope` parameters: `type[(class)]:name:action,action`. Several may come as several parameters or separated by
 * spaces; a name may hold a port. What does not have this form is left out, so that the token is good for the rest.
 *
 * @param most of them that count, the first ones
 */
export function parseScopes(parameters: readonly string[], most: number): ScopeRequest[] {
  const texts = parameters
    .flatMap((parameter) => parameter.split(' '))
    .filter((text) => text !== '' && text.length <= MAX_LENGTH)
  return [...new Set(texts)].slice(0, most).flatMap((text) => {
    const match = /^([a-z]+)(?:\(([a-z]+)\))?:(.+):([^:]*)$/.exec(text)
    if (match === null) return []
    const [, type = '', className, name = '', actions = ''] = match
    return [
      { type, class: className, name, actions: [...new Set(actions.split(',').filter((action) => action !== ''))] },
    ]
  })
}
