import antd from 'antd/es/locale/en_US'
import cleanUp from '../clean-up/texts.en-US.json'
import components from '../components/texts.en-US.json'
import errors from '../errors/texts.en-US.json'
import forms from '../forms/texts.en-US.json'
import lists from '../lists/texts.en-US.json'
import members from '../members/texts.en-US.json'
import nav from '../nav/texts.en-US.json'
import projects from '../projects/texts.en-US.json'
import repositories from '../repositories/texts.en-US.json'
import rights from '../rights/texts.en-US.json'
import runs from '../runs/texts.en-US.json'
import session from '../session/texts.en-US.json'
import shell from '../shell/texts.en-US.json'
import type { LanguageBundle } from './language-bundle'

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
}

/** Every text of the portal but those that come with a page, as the other languages must have them. */
export type Texts = typeof texts

export const bundle: LanguageBundle = { texts, antd }
