import { Controller, Get, Param } from '@nestjs/common'
import { rest, UserError } from '@berth/contracts'
import { z } from 'zod'
import { Anyone } from '../../access/needs.js'
import { Operation } from '../../edge/openapi.js'
import { findIcon } from './icons.js'

const digest = z.string().max(300)

@Controller('icons')
export class IconsController {
  @Get(':digest')
  @Anyone()
  @Operation({
    id: 'getIcon',
    tag: 'icon',
    summary: 'The icon that an artifact names',
    answers: { 200: rest.icon },
    refuses: ['ICON_NOT_FOUND'],
  })
  get(@Param('digest', { schema: digest }) name: string): z.output<typeof rest.icon> {
    const content = findIcon(name)
    if (!content) throw new UserError('ICON_NOT_FOUND', { digest: name })
    return { 'content-type': 'image/svg+xml', content: content.toString('base64') }
  }
}
