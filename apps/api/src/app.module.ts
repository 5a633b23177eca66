import { type DynamicModule, Global, Module } from '@nestjs/common'
import { type ApiSettings, SETTINGS } from './api-settings.js'
import { AccessModule } from './access/access.module.js'
import { BootstrapModule } from './bootstrap/bootstrap.module.js'
import { ArtifactsModule } from './content/artifacts/artifacts.module.js'
import { DeletedModule } from './content/deleted/deleted.module.js'
import { IconsModule } from './content/icons/icons.module.js'
import { LabelsModule } from './content/labels/labels.module.js'
import { RepositoriesModule } from './content/repositories/repositories.module.js'
import { TagsModule } from './content/tags/tags.module.js'
import { DatabaseModule } from './database/database.module.js'
import { IdentityModule } from './identity/identity.module.js'
import { ListingModule } from './listing/listing.module.js'
import { UsageModule } from './content/usage/usage.module.js'
import { ActivityModule } from './operation/activity/activity.module.js'
import { AuditModule } from './operation/audit/audit.module.js'
import { ConfigurationsModule } from './operation/configurations/configurations.module.js'
import { CveAllowlistModule } from './operation/cve-allowlist/cve-allowlist.module.js'
import { GarbageCollectionModule } from './operation/garbage-collection/garbage-collection.module.js'
import { HealthModule } from './operation/health/health.module.js'
import { JobQueuesModule } from './operation/job-queues/job-queues.module.js'
import { PurgeAuditModule } from './operation/purge-audit/purge-audit.module.js'
import { SearchModule } from './operation/search/search.module.js'
import { StatisticsModule } from './operation/statistics/statistics.module.js'
import { SystemInfoModule } from './operation/system-info/system-info.module.js'
import { RegistriesModule } from './exchange/registries/registries.module.js'
import { ReplicationsModule } from './exchange/replications/replications.module.js'
import { GroupsModule } from './people/groups/groups.module.js'
import { LdapModule } from './people/ldap/ldap.module.js'
import { CliSecretModule } from './people/cli-secret/cli-secret.module.js'
import { MembersModule } from './people/members/members.module.js'
import { RolesModule } from './people/roles/roles.module.js'
import { RobotsModule } from './people/robots/robots.module.js'
import { IdentitiesModule } from './people/identities/identities.module.js'
import { SecondFactorModule } from './people/second-factor/second-factor.module.js'
import { SessionsModule } from './people/sessions/sessions.module.js'
import { TokensModule } from './people/tokens/tokens.module.js'
import { UsersModule } from './people/users/users.module.js'
import { MetadataModule } from './projects/metadata/metadata.module.js'
import { ProjectsModule } from './projects/projects/projects.module.js'
import { RetentionModule } from './projects/retention/retention.module.js'
import { TagRulesModule } from './projects/tag-rules/tag-rules.module.js'
import { QuotasModule } from './projects/quotas/quotas.module.js'
import { WebhooksModule } from './projects/webhooks/webhooks.module.js'
import { RedisModule } from './redis/redis.module.js'
import { SettingsModule } from './settings/settings.module.js'
import { StreamModule } from './stream/stream.module.js'
import { TokenModule } from './token/token.module.js'

/** Everything that has routes; the API document is made of these. */
export const featureModules = [
  IdentityModule,
  TokenModule,
  HealthModule,
  SystemInfoModule,
  StatisticsModule,
  ActivityModule,
  UsageModule,
  SearchModule,
  ConfigurationsModule,
  UsersModule,
  IdentitiesModule,
  GroupsModule,
  LdapModule,
  SessionsModule,
  SecondFactorModule,
  TokensModule,
  CliSecretModule,
  ProjectsModule,
  MetadataModule,
  TagRulesModule,
  RetentionModule,
  WebhooksModule,
  QuotasModule,
  MembersModule,
  RolesModule,
  RobotsModule,
  RepositoriesModule,
  ArtifactsModule,
  TagsModule,
  LabelsModule,
  DeletedModule,
  IconsModule,
  RegistriesModule,
  ReplicationsModule,
  CveAllowlistModule,
  GarbageCollectionModule,
  JobQueuesModule,
  StreamModule,
  AuditModule,
  PurgeAuditModule,
]

@Global()
@Module({})
export class AppModule {
  static of(settings: ApiSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule,
        RedisModule,
        ListingModule,
        SettingsModule,
        AccessModule,
        ...featureModules,
        BootstrapModule,
      ],
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    }
  }
}
