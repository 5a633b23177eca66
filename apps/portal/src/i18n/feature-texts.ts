import type { SameTexts } from './language-bundle'

/** One feature's texts in both languages: each is a file that its pages wait for. Chinese must have what English has. */
function inBoth<English>(
  english: () => Promise<{ default: English }>,
  chinese: () => Promise<{ default: SameTexts<English> }>,
) {
  return { 'en-US': english, 'zh-CN': chinese }
}

/** The texts that come with a page and not with what stands around all pages: `withTexts` names a feature by its key here. */
export const featureTexts = {
  account: inBoth(
    () => import('../account/texts.en-US.json'),
    () => import('../account/texts.zh-CN.json'),
  ),
  allowlist: inBoth(
    () => import('../allowlist/texts.en-US.json'),
    () => import('../allowlist/texts.zh-CN.json'),
  ),
  artifacts: inBoth(
    () => import('../artifacts/texts.en-US.json'),
    () => import('../artifacts/texts.zh-CN.json'),
  ),
  audit: inBoth(
    () => import('../audit/texts.en-US.json'),
    () => import('../audit/texts.zh-CN.json'),
  ),
  authentication: inBoth(
    () => import('../authentication/texts.en-US.json'),
    () => import('../authentication/texts.zh-CN.json'),
  ),
  charts: inBoth(
    () => import('../charts/texts.en-US.json'),
    () => import('../charts/texts.zh-CN.json'),
  ),
  groups: inBoth(
    () => import('../groups/texts.en-US.json'),
    () => import('../groups/texts.zh-CN.json'),
  ),
  home: inBoth(
    () => import('../home/texts.en-US.json'),
    () => import('../home/texts.zh-CN.json'),
  ),
  jobs: inBoth(
    () => import('../jobs/texts.en-US.json'),
    () => import('../jobs/texts.zh-CN.json'),
  ),
  labels: inBoth(
    () => import('../labels/texts.en-US.json'),
    () => import('../labels/texts.zh-CN.json'),
  ),
  listsLater: inBoth(
    () => import('../lists/later.en-US.json'),
    () => import('../lists/later.zh-CN.json'),
  ),
  markdown: inBoth(
    () => import('../markdown/texts.en-US.json'),
    () => import('../markdown/texts.zh-CN.json'),
  ),
  onboarding: inBoth(
    () => import('../onboarding/texts.en-US.json'),
    () => import('../onboarding/texts.zh-CN.json'),
  ),
  palette: inBoth(
    () => import('../palette/texts.en-US.json'),
    () => import('../palette/texts.zh-CN.json'),
  ),
  profile: inBoth(
    () => import('../profile/texts.en-US.json'),
    () => import('../profile/texts.zh-CN.json'),
  ),
  projectOverview: inBoth(
    () => import('../project-overview/texts.en-US.json'),
    () => import('../project-overview/texts.zh-CN.json'),
  ),
  quotas: inBoth(
    () => import('../quotas/texts.en-US.json'),
    () => import('../quotas/texts.zh-CN.json'),
  ),
  retention: inBoth(
    () => import('../retention/texts.en-US.json'),
    () => import('../retention/texts.zh-CN.json'),
  ),
  robots: inBoth(
    () => import('../robots/texts.en-US.json'),
    () => import('../robots/texts.zh-CN.json'),
  ),
  roles: inBoth(
    () => import('../roles/texts.en-US.json'),
    () => import('../roles/texts.zh-CN.json'),
  ),
  shellLater: inBoth(
    () => import('../shell/later.en-US.json'),
    () => import('../shell/later.zh-CN.json'),
  ),
  systemSettings: inBoth(
    () => import('../system-settings/texts.en-US.json'),
    () => import('../system-settings/texts.zh-CN.json'),
  ),
  systemStatus: inBoth(
    () => import('../system-status/texts.en-US.json'),
    () => import('../system-status/texts.zh-CN.json'),
  ),
  tagRules: inBoth(
    () => import('../tag-rules/texts.en-US.json'),
    () => import('../tag-rules/texts.zh-CN.json'),
  ),
  usage: inBoth(
    () => import('../usage/texts.en-US.json'),
    () => import('../usage/texts.zh-CN.json'),
  ),
  users: inBoth(
    () => import('../users/texts.en-US.json'),
    () => import('../users/texts.zh-CN.json'),
  ),
  repositoriesLater: inBoth(
    () => import('../repositories/later.en-US.json'),
    () => import('../repositories/later.zh-CN.json'),
  ),
  replications: inBoth(
    () => import('../replications/texts.en-US.json'),
    () => import('../replications/texts.zh-CN.json'),
  ),
  webhooks: inBoth(
    () => import('../webhooks/texts.en-US.json'),
    () => import('../webhooks/texts.zh-CN.json'),
  ),
  proxyCache: inBoth(
    () => import('../proxy-cache/texts.en-US.json'),
    () => import('../proxy-cache/texts.zh-CN.json'),
  ),
  registries: inBoth(
    () => import('../registries/texts.en-US.json'),
    () => import('../registries/texts.zh-CN.json'),
  ),
}

export type Feature = keyof typeof featureTexts

type English<F extends Feature> = Awaited<ReturnType<(typeof featureTexts)[F]['en-US']>>['default']
type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Every) => void
  ? Every
  : never

/** Every text that comes with a page. */
export type FeatureTexts = All<{ [F in Feature]: English<F> }[Feature]>
