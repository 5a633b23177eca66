import antd from 'antd/es/locale/zh_CN'
import cleanUp from '../clean-up/texts.zh-CN.json'
import components from '../components/texts.zh-CN.json'
import errors from '../errors/texts.zh-CN.json'
import forms from '../forms/texts.zh-CN.json'
import lists from '../lists/texts.zh-CN.json'
import members from '../members/texts.zh-CN.json'
import nav from '../nav/texts.zh-CN.json'
import projects from '../projects/texts.zh-CN.json'
import repositories from '../repositories/texts.zh-CN.json'
import rights from '../rights/texts.zh-CN.json'
import runs from '../runs/texts.zh-CN.json'
import session from '../session/texts.zh-CN.json'
import shell from '../shell/texts.zh-CN.json'
import type { Texts } from './en-us'
import type { LanguageBundle, SameTexts } from './language-bundle'

const texts = {
  ...cleanUp,
  ...components,
  ...errors,
  ...forms,
  ...lists,
  ...members,
  ...nav,
  ...projects,
  ...repositories,
  ...rights,
  ...runs,
  ...session,
  ...shell,
} satisfies SameTexts<Texts>

export const bundle: LanguageBundle = { texts, antd }
