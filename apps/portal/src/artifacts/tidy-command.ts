/** What runs a step: a shell with its options, wherever it lies, or that of Windows. */
const SHELL = String.raw`(?:/(?:\w+/)*(?:a|ba|da|z)?sh(?:\s+-\w*o\s+\w+|\s+--?\w+)*?\s+-\w*c|cmd /S /C)\s+`
/** Build arguments stand before it, with a word of how many there are. Nothing marks where a value of several words ends. */
const ARGUMENTS = String.raw`\|\d+\s(?:.*?\s)?`
const RUN_BY_SHELL = new RegExp(`^(?:RUN\\s+)?(?:${ARGUMENTS})?${SHELL}`, 's')

/** A step of an image's history as its author wrote it in the Dockerfile, without what the builder put around it. */
export function tidyCommand(command: string): string {
  const line = command.replace(/\s*# buildkit\s*$/, '').replace(RUN_BY_SHELL, 'RUN ')
  return line.replace(/^RUN #\(nop\)\s+/, '').trim()
}
