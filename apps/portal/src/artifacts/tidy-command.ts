/** What runs a step: a shell with its options, wherever it lies, or that of Windows. */
const SHELL = String.raw`(?:/(?:\w+/)*(?:a|ba|da|z)?sh(?:\s+-\w*o\s+\w+|\s+--?\w+)*?\s+-\w*c|cmd /S /C)\s+`
/** Build arguments stand before it, with a word of how many there are. Nothing marks where a value of several words ends. */
const ARGUMENTS = String.raw`\|\d+\s(?:.*?\s)?`
const RUN_BY_SHELL = new RegExp(`^(?:RUN\\s+)?(?:${ARGUMENTS})?${SHELL}`, 's')

/** Builders write lists as their own language prints them: `map[80/tcp:{}]`, `[/data /cache]`, `["nginx" "-g"]`. */
const PORTS = /^EXPOSE (?:map)?\[(.*)\]$/
const FOLDERS = /^VOLUME \[([^"]*)\]$/
const WORDS = /^(CMD|ENTRYPOINT|SHELL) \[("(?:[^"\\]|\\.)*"(?: "(?:[^"\\]|\\.)*")+)\]$/s

/** As a Dockerfile has them. */
const tidyList = (line: string): string =>
  line
    .replace(PORTS, (_, ports: string) => `EXPOSE ${ports.replaceAll(':{}', '')}`)
    .replace(FOLDERS, 'VOLUME $1')
    .replace(WORDS, (_, instruction: string, words: string) => {
      return `${instruction} [${words.replaceAll(/("(?:[^"\\]|\\.)*") (?=")/gs, '$1, ')}]`
    })

/** A step of an image's history as its author wrote it in the Dockerfile, without what the builder put around it. */
export function tidyCommand(command: string): string {
  const line = command.replace(/\s*# buildkit\s*$/, '').replace(RUN_BY_SHELL, 'RUN ')
  return tidyList(line.replace(/^RUN #\(nop\)\s+/, '').trim())
}
