import { Module } from '@nestjs/common'
import { SearchController } from './search.controller.js'
import { SearchAllService } from './search-all.service.js'
import { SearchService } from './search.service.js'

@Module({ controllers: [SearchController], providers: [SearchAllService, SearchService] })
export class SearchModule {}
