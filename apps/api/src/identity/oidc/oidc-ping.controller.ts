import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { z } from 'zod'
import { AllowedInReadOnly, inSystem, Needs } from '../../access/needs.js'
import { Operation } from '../../edge/openapi.js'
import { OidcProvider } from './oidc-provider.js'

@Controller('system/oidc')
export class OidcPingController {
  constructor(private readonly provider: OidcProvider) {}

  @Post('ping')
  @HttpCode(200)
  @Needs('configuration:update', inSystem)
  @AllowedInReadOnly()
  @Operation({
    id: 'pingOIDC',
    tag: 'oidc',
    summary: 'Whether an OpenID provider answers at an address, and as one that can be signed in by',
    answers: { 200: 'none' },
    refuses: ['OIDC_UNREACHABLE'],
  })
  async ping(
    @Body({ schema: rest.oidcEndpoint }) { url, verify_cert, ca_certificate }: z.output<typeof rest.oidcEndpoint>,
  ): Promise<void> {
    const authority = ca_certificate ?? ''
    await this.provider.discover({ endpoint: url, verifyCertificate: verify_cert ?? authority !== '', authority })
  }
}
