/** Whether the text can be kept as it is: PostgreSQL holds neither NUL nor half a surrogate pair, JSON does. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
