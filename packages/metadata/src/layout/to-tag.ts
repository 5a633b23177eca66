import { parseTag, type Tag } from '@berth/oci'

/** The tag that a folder's name stands for, or undefined for what is none. */
export function toTag(name: string): Tag | undefined {
  try {
    return parseTag(name)
  } catch {
    return undefined
  }
}
