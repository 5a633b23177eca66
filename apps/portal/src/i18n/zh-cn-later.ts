import profile from '../profile/texts.zh-CN.json'
import type { LaterTexts } from './en-us-later'
import type { SameTexts } from './language-bundle'

export const laterTexts = { ...profile } satisfies SameTexts<LaterTexts>
