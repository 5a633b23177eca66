import type { InstallationKind } from './facts.js'

export type Service = 'proxy' | 'registry' | 'api' | 'jobservice' | 'postgresql' | 'redis' | 'log'

/** The services that make up each kind of installation, in the order in which the crash scenario kills them. */
export const SERVICES: Readonly<Record<InstallationKind, readonly Service[]>> = {
  native: ['registry', 'proxy', 'api', 'postgresql', 'redis', 'jobservice'],
  compose: ['registry', 'proxy', 'api', 'postgresql', 'redis', 'jobservice', 'log'],
}
