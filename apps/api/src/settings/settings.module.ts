import { Global, Module } from '@nestjs/common'
import { SettingStore } from './setting-store.js'

/** What administrators may change while the system runs: every feature may ask. */
@Global()
@Module({ providers: [SettingStore], exports: [SettingStore] })
export class SettingsModule {}
