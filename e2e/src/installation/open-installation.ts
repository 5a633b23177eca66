import { ComposeInstallation } from './compose-installation.js'
import type { InstallationFacts } from './facts.js'
import type { Installation } from './installation.js'
import { NativeInstallation } from './native-installation.js'

export function openInstallation(facts: InstallationFacts): Installation {
  return facts.kind === 'native' ? new NativeInstallation(facts) : new ComposeInstallation(facts)
}
