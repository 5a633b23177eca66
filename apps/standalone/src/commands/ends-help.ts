import type { Command } from './command.js'

/** How a command that copies finds the registry elsewhere, and the platform. */
export const endsHelp: NonNullable<Command['ends']> = (called) => {
  const byBerth = called === 'by berth'
  const platform =
    'The platform is found by the environment of its registry service (BERTH_DATABASE_*, BERTH_STORAGE_*).\n'
  return `A registry is named by its address, https://registry.example:5000, and user and password by BERTH_REMOTE_USER and BERTH_REMOTE_PASSWORD.
Of one with a private certificate ${byBerth ? '--ca <file>' : 'BERTH_REMOTE_CA_FILE'} names the authority's, in PEM.
${byBerth ? '' : platform}What is there already is passed over: a run that broke off is begun again with the same command.`
}
