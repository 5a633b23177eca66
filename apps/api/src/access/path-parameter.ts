import type { FastifyRequest } from 'fastify'

/** A parameter of the route's path, as the router has decoded it. */
export function pathParameter({ params }: FastifyRequest, name: string): string | undefined {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined
  return typeof value === 'string' ? value : undefined
}

/** A repository's name without its project. Slashes come encoded twice (`%252F`): the router decodes once. */
export function repositoryParameter(request: FastifyRequest): string {
  const text = pathParameter(request, 'repository_name') ?? ''
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
