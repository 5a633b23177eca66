/**
 * Replaces every `${NAME}` (capitals, digits, underscores: what nginx and shells write themselves is in small letters).
 *
 * @throws {Error} when the template names a value that is not there
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\$\{([A-Z][A-Z0-9_]*)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The template asks for ${name}, which nobody gives`)
    return String(value)
  })
}

/** Lines of `NAME=value` that docker compose, systemd and a shell's `.` all read alike. Values hold no quotes or `$`. */
export function envFile(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const lines = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return []
    const text = String(value)
    return [text.includes(' ') ? `${name}="${text}"` : `${name}=${text}`]
  })
  return `${lines.join('\n')}\n`
}
