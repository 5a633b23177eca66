/** A step of an image's history as its author wrote it in the Dockerfile, without what the builder put around it. */
export function tidyCommand(command: string): string {
  const line = command
    .replace(/\s*# buildkit\s*$/, '')
    // Build arguments stand before the shell, with a word of how many there are. Their values may hold spaces in quotes.
    .replace(/^(?:RUN\s+)?\|\d+(?:\s+\w+=(?:"[^"]*"|'[^']*'|\S)*)*?\s+(?=\/bin\/)/, '')
    .replace(/^(?:RUN\s+)?\/bin\/(?:ba)?sh(?:\s-o pipefail|\s-e?u?x?)*?\s-\w*c\s+/, 'RUN ')
  return line.replace(/^RUN #\(nop\)\s+/, '').trim()
}
