/**
 * A string whose byte order is the order people expect of tags: numbers by value (v1.9 before v1.10), a pre-release before its
 * release (1.0.0-rc1 before 1.0.0), a shorter version before a longer one (1.0 before 1.0.1).
 *
 * Each run of digits is preceded by its length in three digits. `-` becomes `!`, and the end `"`, which sorts between `!` and `.`.
 */
export function tagSortKey(tag: string): string {
  const key = tag.replaceAll('-', '!').replace(/\d+/g, (digits) => {
    const value = digits.replace(/^0+(?=\d)/, '')
    return String(value.length).padStart(3, '0') + value
  })
  return `${key}"`
}
