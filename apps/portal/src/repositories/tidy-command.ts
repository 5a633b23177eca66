/** A step of an image's history as its author wrote it in the Dockerfile, without what the builder put around it. */
export function tidyCommand(command: string): string {
  const line = command
    .replace(/\s*# buildkit\s*$/, '')
    .replace(/^\|\d+(?:\s+\w+=\S*)*\s+(?=\/bin\/)/, '')
    .replace(/^(?:RUN\s+)?\/bin\/(?:ba)?sh -o pipefail -c\s+|^(?:RUN\s+)?\/bin\/(?:ba)?sh -c\s+/, 'RUN ')
  return line.replace(/^RUN #\(nop\)\s+/, '').trim()
}
