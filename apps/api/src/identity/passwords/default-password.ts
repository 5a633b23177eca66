import { Injectable } from '@nestjs/common'
import { BUILT_IN_ADMIN_ID } from '@berth/contracts'
import { AccountFinder } from '../account-finder.js'
import { passwordMatches } from './password.js'

/** What harbor.cfg gives the administrator where nobody changes it: everybody can read it. */
const DEFAULT = 'Harbor12345'

/** Whether the built-in administrator still has the password that the documents name. */
@Injectable()
export class DefaultPassword {
  /** A hash is compared once: it says the same for as long as it stays. */
  private known: { readonly hash: string; readonly isDefault: Promise<boolean> } | undefined

  constructor(private readonly accounts: AccountFinder) {}

  async isInUse(): Promise<boolean> {
    const hash = (await this.accounts.byId(BUILT_IN_ADMIN_ID))?.password_hash
    if (!hash) return false
    if (this.known?.hash !== hash) this.known = { hash, isDefault: passwordMatches(DEFAULT, hash) }
    return this.known.isDefault
  }
}
