/** A text as one word of a command line of POSIX shells. Most names are so already. */
export function shellWord(text: string): string {
  return /^[\p{L}\p{N}_@%+=:,.-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
