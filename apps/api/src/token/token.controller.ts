import { Controller, Get, Query } from '@nestjs/common'
import { z } from 'zod'
import type { Subject } from '@berth/rbac'
import { AnyoneChecked } from '../access/needs.js'
import { CurrentSubject } from '../access/subject.js'
import { type RegistryToken, TokenService } from './token.service.js'

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())])
const tokenQuery = z.object({
  service: texts.default([]).transform(([service = '']) => service),
  scope: texts.default([]),
})
type TokenQuery = z.output<typeof tokenQuery>

/** Where docker and other clients fetch the tokens they show to the registry. */
@Controller('service/token')
export class TokenController {
  constructor(private readonly tokens: TokenService) {}

  @Get()
  @AnyoneChecked()
  issue(@Query({ schema: tokenQuery }) query: TokenQuery, @CurrentSubject() subject: Subject): Promise<RegistryToken> {
    return this.tokens.issue(query.service, query.scope, subject)
  }
}
