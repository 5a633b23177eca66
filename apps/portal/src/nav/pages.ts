import {
  KeyOutlined,
  AppstoreOutlined,
  ClearOutlined,
  CloudServerOutlined,
  ContainerOutlined,
  FileTextOutlined,
  HomeOutlined,
  SlidersOutlined,
  GlobalOutlined,
  RobotOutlined,
  SafetyOutlined,
  SettingOutlined,
  SwapOutlined,
  TagsOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { TFunction } from 'i18next'
import type { ComponentType } from 'react'
import type { Permission } from '../session/rights.queries'

/**
 * Where a page is listed: in the side bar above or below "Administration", in the user's menu, or among a project's tabs.
 * `home` is above as well, for whoever is signed in.
 */
type Place = 'home' | 'main' | 'administration' | 'account' | 'project'

export interface Page {
  readonly to: `/${string}`
  readonly title: (t: TFunction) => string
  readonly icon: ComponentType<{ 'aria-hidden'?: boolean }>
  readonly place: Place
  /** Who lacks it finds the page nowhere; of pages of a project a right in it, else one in the system. */
  readonly needs?: Permission
}

/** Every page that is found by its name. Side bar, tabs, palette and guard read this table. */
export const pages = {
  home: { to: '/', title: (t) => t('nav.home'), icon: HomeOutlined, place: 'home' },
  projects: { to: '/projects', title: (t) => t('nav.projects'), icon: AppstoreOutlined, place: 'main' },
  users: {
    to: '/users',
    title: (t) => t('nav.users'),
    icon: UserOutlined,
    place: 'administration',
    needs: 'user:list',
  },
  groups: {
    to: '/groups',
    title: (t) => t('nav.groups'),
    icon: TeamOutlined,
    place: 'administration',
    needs: 'user-group:list',
  },
  roles: {
    to: '/roles',
    title: (t) => t('nav.roles'),
    icon: SafetyOutlined,
    place: 'administration',
    needs: 'role:read',
  },
  quotas: {
    to: '/quotas',
    title: (t) => t('nav.quotas'),
    icon: ContainerOutlined,
    place: 'administration',
    needs: 'quota:list',
  },
  allowlist: {
    to: '/cve-allowlist',
    title: (t) => t('nav.allowlist'),
    icon: SafetyOutlined,
    place: 'administration',
    needs: 'configuration:update',
  },
  registries: {
    to: '/registries',
    title: (t) => t('nav.registries'),
    icon: CloudServerOutlined,
    place: 'administration',
    needs: 'registry:list',
  },
  replications: {
    to: '/replications',
    title: (t) => t('nav.replications'),
    icon: SwapOutlined,
    place: 'administration',
    needs: 'replication-policy:list',
  },
  labels: {
    to: '/labels',
    title: (t) => t('nav.labels'),
    icon: TagsOutlined,
    place: 'administration',
    needs: 'label:read',
  },
  robots: {
    to: '/robots',
    title: (t) => t('nav.robots'),
    icon: RobotOutlined,
    place: 'administration',
    needs: 'robot:list',
  },
  systemStatus: {
    to: '/system-status',
    title: (t) => t('nav.systemStatus'),
    icon: CloudServerOutlined,
    place: 'administration',
    needs: 'system-volumes:read',
  },
  cleanUp: {
    to: '/clean-up',
    title: (t) => t('nav.cleanUp'),
    icon: ClearOutlined,
    place: 'administration',
    needs: 'garbage-collection:list',
  },
  jobs: {
    to: '/jobs',
    title: (t) => t('nav.jobs'),
    icon: SlidersOutlined,
    place: 'administration',
    needs: 'jobservice-monitor:list',
  },
  auditLog: {
    to: '/audit-log',
    title: (t) => t('nav.auditLog'),
    icon: FileTextOutlined,
    place: 'administration',
    needs: 'audit-log:list',
  },
  auditKeeping: {
    to: '/audit-log/keeping',
    title: (t) => t('nav.auditKeeping'),
    icon: ContainerOutlined,
    place: 'administration',
    needs: 'purge-audit:list',
  },
  authentication: {
    to: '/authentication',
    title: (t) => t('nav.authentication'),
    icon: GlobalOutlined,
    place: 'administration',
    needs: 'configuration:read',
  },
  systemSettings: {
    to: '/settings',
    title: (t) => t('nav.systemSettings'),
    icon: SlidersOutlined,
    place: 'administration',
    needs: 'configuration:read',
  },
  profile: { to: '/profile', title: (t) => t('nav.profile'), icon: UserOutlined, place: 'account' },
  security: {
    to: '/profile/security',
    title: (t) => t('nav.security'),
    icon: SafetyOutlined,
    place: 'account',
  },
  tokens: { to: '/profile/tokens', title: (t) => t('nav.tokens'), icon: KeyOutlined, place: 'account' },
  preferences: {
    to: '/profile/preferences',
    title: (t) => t('nav.preferences'),
    icon: SlidersOutlined,
    place: 'account',
  },
  projectOverview: {
    to: '/projects/$project/overview',
    title: (t) => t('nav.overview'),
    icon: HomeOutlined,
    place: 'project',
  },
  repositories: {
    to: '/projects/$project',
    title: (t) => t('repository.list'),
    icon: ContainerOutlined,
    place: 'project',
  },
  projectArtifacts: {
    to: '/projects/$project/all-artifacts',
    title: (t) => t('repository.artifacts'),
    icon: AppstoreOutlined,
    place: 'project',
    needs: 'artifact:list',
  },
  members: {
    to: '/projects/$project/members',
    title: (t) => t('member.list'),
    icon: TeamOutlined,
    place: 'project',
    needs: 'member:list',
  },
  tagRules: {
    to: '/projects/$project/tag-rules',
    title: (t) => t('nav.tagRules'),
    icon: SafetyOutlined,
    place: 'project',
    needs: 'immutable-tag:list',
  },
  retention: {
    to: '/projects/$project/retention',
    title: (t) => t('nav.retention'),
    icon: ClearOutlined,
    place: 'project',
    needs: 'tag-retention:read',
  },
  webhooks: {
    to: '/projects/$project/webhooks',
    title: (t) => t('nav.webhooks'),
    icon: GlobalOutlined,
    place: 'project',
    needs: 'notification-policy:list',
  },
  projectLabels: {
    to: '/projects/$project/labels',
    title: (t) => t('nav.labels'),
    icon: TagsOutlined,
    place: 'project',
    needs: 'label:list',
  },
  projectAudit: {
    to: '/projects/$project/audit-log',
    title: (t) => t('nav.auditLog'),
    icon: FileTextOutlined,
    place: 'project',
    needs: 'log:list',
  },
  projectRobots: {
    to: '/projects/$project/robots',
    title: (t) => t('nav.robots'),
    icon: RobotOutlined,
    place: 'project',
    needs: 'robot:list',
  },
  projectSettings: {
    to: '/projects/$project/settings',
    title: (t) => t('settings.title'),
    icon: SettingOutlined,
    place: 'project',
    needs: 'self:update',
  },
} as const satisfies Record<string, Page>

type PageAt<P extends Place> = Extract<(typeof pages)[keyof typeof pages], { readonly place: P }>

/** The pages of some places that one may see, in the table's order. */
export function pagesAt<P extends Place>(may: (permission: Permission) => boolean, ...places: P[]): PageAt<P>[] {
  const isThere = (page: (typeof pages)[keyof typeof pages]): page is PageAt<P> =>
    places.some((place) => place === page.place)
  return Object.values(pages)
    .filter(isThere)
    .filter((page: Page) => page.needs === undefined || may(page.needs))
}
