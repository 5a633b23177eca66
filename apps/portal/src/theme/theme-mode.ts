import { useSyncExternalStore } from 'react'
import { remember, remembered } from '../browser/remembered'

export const themeModes = ['system', 'light', 'dark'] as const
export type ThemeMode = (typeof themeModes)[number]

const storageKey = 'berth-theme'
const systemDark = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let mode = asMode(remembered(storageKey))

function asMode(value: string | undefined): ThemeMode {
  return themeModes.find((known) => known === value) ?? 'system'
}

function isDark(): boolean {
  return mode === 'dark' || (mode === 'system' && systemDark.matches)
}

function announce(): void {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light'
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

systemDark.addEventListener('change', announce)

/** Takes effect at once and is remembered; an unknown name means "as the system". */
export function chooseThemeMode(next: string): void {
  mode = asMode(next)
  remember(storageKey, mode)
  announce()
}

export function useThemeMode(): ThemeMode {
  return useSyncExternalStore(subscribe, () => mode)
}

export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark)
}
