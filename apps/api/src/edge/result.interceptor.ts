import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { map, type Observable } from 'rxjs'
import { z } from 'zod'
import { leaveOutOf } from './left-out.js'
import { type AnswerContent, describedRoutes, type OperationDescription } from './openapi.js'
import { Created, Page } from './results.js'

const inAnswer = ({ answers }: OperationDescription) =>
  Object.values(answers)
    .map((answer) => leaveOutOf(schemaOf(answer)))
    .find((leaveOut) => leaveOut !== undefined)

/** Of the JSON that an answer carries, where it carries any. */
export function schemaOf(answer: AnswerContent): z.ZodType | undefined {
  if (typeof answer === 'string') return undefined
  if ('rows' in answer) return z.array(answer.rows)
  return 'maybe' in answer ? answer.maybe : answer
}

/** Makes an answer of what a handler gives. */
@Injectable()
export class ResultInterceptor implements NestInterceptor {
  private readonly leftOut = new Map(
    describedRoutes.map(({ prototype, method, operation }) => [Reflect.get(prototype, method), inAnswer(operation)]),
  )

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const reply = http.getResponse<FastifyReply>()
    const leaveOut = this.leftOut.get(context.getHandler()) ?? ((whole) => whole)
    return next.handle().pipe(
      map((result) => {
        if (result instanceof Created) {
          void reply.status(201)
          if (result.location !== undefined) void reply.header('Location', result.location)
          return undefined
        }
        if (!(result instanceof Page)) return leaveOut(result)
        void reply.header('X-Total-Count', String(result.total))
        const links = pageLinks(request.url, result)
        if (links !== '') void reply.header('Link', links)
        return leaveOut(result.rows)
      }),
    )
  }
}

/** Characters of them all: clients in Node.js read 16 KiB of headers. */
const MAX_LINKS = 12 * 1024

/**
 * `Link` header (RFC 8288) of the neighbouring pages, under the same query. Empty where that makes it longer than a header may be: a client
 * that asks so much counts its pages itself.
 */
export function pageLinks(url: string, page: Page<unknown>): string {
  const links = linksOf(url, page).join(' , ')
  return links.length > MAX_LINKS ? '' : links
}

function linksOf(url: string, { page, pageSize, total, next }: Page<unknown>): string[] {
  const [path = '', query = ''] = url.split('?', 2)
  const link = (number: number, relation: string, after?: string) => {
    const parameters = new URLSearchParams(query)
    parameters.set('page', String(number))
    parameters.set('page_size', pageSize === 'all' ? '0' : String(pageSize))
    parameters.delete('after')
    if (after !== undefined) parameters.set('after', after)
    return `<${path}?${parameters.toString()}>; rel="${relation}"`
  }
  if (pageSize === 'all') return next === undefined ? [] : [link(page, 'next', next)]
  const pages = Math.ceil(total / pageSize)
  const links = []
  if (page > 1 && pages > 0) links.push(link(Math.min(page - 1, pages), 'prev'))
  if (page < pages) links.push(link(page + 1, 'next', next))
  return links
}
