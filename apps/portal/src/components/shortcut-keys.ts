import { keptChoice } from '../browser/choice'

const choice = keptChoice('berth-shortcuts', (text) => text !== 'off')

/** Whether keys pressed alone do something. */
export const useShortcutsOn = choice.useChoice

export function switchShortcuts(on: boolean): void {
  choice.choose(on ? 'on' : 'off')
}

const elsewhere = 'input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]'

/** Whether a key is pressed alone, and neither in a field nor in what has keys of its own; never where the reader wants none. */
export function isShortcut({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  const isAlone = !(ctrlKey || metaKey || altKey || isComposing)
  return choice.current() && isAlone && !(target instanceof Element && target.closest(elsewhere) !== null)
}
