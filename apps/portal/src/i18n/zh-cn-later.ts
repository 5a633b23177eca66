import account from '../account/texts.zh-CN.json'
import artifacts from '../artifacts/texts.zh-CN.json'
import allowlist from '../allowlist/texts.zh-CN.json'
import authentication from '../authentication/texts.zh-CN.json'
import groups from '../groups/texts.zh-CN.json'
import jobs from '../jobs/texts.zh-CN.json'
import labels from '../labels/texts.zh-CN.json'
import onboarding from '../onboarding/texts.zh-CN.json'
import profile from '../profile/texts.zh-CN.json'
import repositories from '../repositories/later.zh-CN.json'
import retention from '../retention/texts.zh-CN.json'
import quotas from '../quotas/texts.zh-CN.json'
import robots from '../robots/texts.zh-CN.json'
import roles from '../roles/texts.zh-CN.json'
import systemSettings from '../system-settings/texts.zh-CN.json'
import tagRules from '../tag-rules/texts.zh-CN.json'
import type { LaterTexts } from './en-us-later'
import type { SameTexts } from './language-bundle'

export const laterTexts = {
  ...account,
  ...artifacts,
  ...allowlist,
  ...authentication,
  ...groups,
  ...jobs,
  ...labels,
  ...onboarding,
  ...profile,
  ...repositories,
  ...retention,
  ...quotas,
  ...robots,
  ...roles,
  ...systemSettings,
  ...tagRules,
} satisfies SameTexts<LaterTexts>
