import { BusyError, type Client, ResultCodeError, UnavailableError } from 'ldapts'

/**
 * Whether the directory takes the password for the entry's. Where the entry has none, or is locked, it is not; a directory that cannot say
 * it throws.
 */
export async function isPassword(client: Client, dn: string, password: string): Promise<boolean> {
  try {
    await client.bind(dn, password)
    return true
  } catch (error) {
    if (!(error instanceof ResultCodeError) || error instanceof BusyError || error instanceof UnavailableError)
      throw error
    return false
  }
}
