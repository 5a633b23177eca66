import account from '../account/texts.en-US.json'
import artifacts from '../artifacts/texts.en-US.json'
import allowlist from '../allowlist/texts.en-US.json'
import authentication from '../authentication/texts.en-US.json'
import groups from '../groups/texts.en-US.json'
import jobs from '../jobs/texts.en-US.json'
import labels from '../labels/texts.en-US.json'
import onboarding from '../onboarding/texts.en-US.json'
import profile from '../profile/texts.en-US.json'
import repositories from '../repositories/later.en-US.json'
import retention from '../retention/texts.en-US.json'
import quotas from '../quotas/texts.en-US.json'
import robots from '../robots/texts.en-US.json'
import roles from '../roles/texts.en-US.json'
import systemSettings from '../system-settings/texts.en-US.json'
import tagRules from '../tag-rules/texts.en-US.json'

/** Texts of pages that are opened seldom. */
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
}

export type LaterTexts = typeof laterTexts
