import { ComposeInstallation } from './compose-installation.js'
import type { InstallationPlan } from './facts.js'
import type { Installation } from './installation.js'
import { NativeInstallation } from './native-installation.js'

export function openInstallation(plan: InstallationPlan): Installation {
  return plan.kind === 'native' ? new NativeInstallation(plan) : new ComposeInstallation(plan)
}
