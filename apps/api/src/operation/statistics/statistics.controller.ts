import { Controller, Get } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { SignedIn } from '../../access/access-rule.js'
import { CurrentUser, type SignedInUser } from '../../access/caller.js'
import { Operation } from '../../edge/openapi.js'
import { type Statistic, StatisticsService } from './statistics.service.js'

@Controller('statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @SignedIn()
  @Operation({ id: 'getStatistic', summary: 'Counts of projects and repositories', answers: rest.statistic })
  get(@CurrentUser() user: SignedInUser): Promise<Statistic> {
    return this.statistics.get(user)
  }
}
