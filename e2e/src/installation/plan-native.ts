import { cloneOnce } from './checkout.js'
import type { InstallationPlan } from './facts.js'
import { planIn } from './plan.js'
import type { RunSettings } from './run-settings.js'

/** A fresh clone, to be installed without containers as the README says. */
export async function planNative(settings: RunSettings): Promise<InstallationPlan> {
  return planIn(await cloneOnce(settings.work), process.env['PATH'] ?? '', settings)
}
