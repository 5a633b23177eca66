/** A first segment of repository names; narrower than those, because Harbor's clients expect it so. */
const PROJECT_NAME = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/

export function isProjectName(text: string): boolean {
  return text.length <= 255 && PROJECT_NAME.test(text)
}
