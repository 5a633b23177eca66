import { Controller, Get } from '@nestjs/common'
import { rest } from '@berth/contracts'
import type { Subject } from '@berth/rbac'
import { inSystem, Needs, SignedIn } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import { type Statistic, StatisticsService, type StatisticTops } from './statistics.service.js'

@Controller('statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @SignedIn()
  @Operation({
    id: 'getStatistic',
    tag: 'statistic',
    summary: 'Counts of projects and repositories',
    answers: { 200: rest.statistic },
  })
  get(@CurrentSubject() subject: Subject): Promise<Statistic> {
    return this.statistics.get(subject)
  }

  @Get('top')
  @Needs('quota:list', inSystem)
  @Operation({
    id: 'getStatisticTops',
    tag: 'statistic',
    summary: 'What stores most, what is pushed most, and what waits to be freed',
    answers: { 200: rest.statisticTops },
  })
  tops(@CurrentSubject() subject: Subject): Promise<StatisticTops> {
    return this.statistics.tops(subject)
  }
}
