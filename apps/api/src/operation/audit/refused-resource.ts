import { isDigest } from '@berth/oci'
import type { FastifyRequest } from 'fastify'
import { pathParameter, repositoryParameter } from '../../access/path-parameter.js'

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
const asText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

/** Where a body has the name of what is to be made or changed. */
function nameInBody(body: Readonly<Record<string, unknown>>): string | undefined {
  const { project_name, username, group_name, name, member_user, member_group } = body
  return (
    asText(project_name) ??
    asText(username) ??
    asText(group_name) ??
    asText(name) ??
    asText(asRecord(member_user)['username']) ??
    asText(asRecord(member_group)['group_name'])
  )
}

/** The name of what a refused change is about, as the request tells it. */
export function refusedResource(request: FastifyRequest, resourceType: string): string {
  const body = asRecord(request.body)
  const project =
    request.aimedAt?.name ?? pathParameter(request, 'project_name') ?? pathParameter(request, 'project_name_or_id')
  const repository = pathParameter(request, 'repository_name') === undefined ? undefined : repositoryParameter(request)
  if (repository !== undefined) {
    const named = resourceType === 'tag' ? asText(body['name']) : undefined
    const reference = named ?? pathParameter(request, 'tag_name') ?? pathParameter(request, 'reference')
    const place = `${project ?? ''}/${repository}`
    return reference === undefined ? place : `${place}${isDigest(reference) ? '@' : ':'}${reference}`
  }
  if (resourceType === 'configuration') return Object.keys(body).join(', ')
  if (resourceType === 'project' && project !== undefined) return project
  return nameInBody(body) ?? lastParameter(request) ?? pathOf(request)
}

/** What stands last in the path is named most closely. */
function lastParameter({ params }: FastifyRequest): string | undefined {
  const [name, value] = Object.entries(asRecord(params)).at(-1) ?? []
  return name?.startsWith('project_name') ? undefined : asText(value)
}

const pathOf = ({ url }: FastifyRequest) => url.split('?')[0]?.replace(/^\/(api\/v2\.0\/)?/, '') ?? ''
