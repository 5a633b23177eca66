/** Both pages come as one file: each file that a route may load is named in the first one, which every page pays for. */
export { TagRulesPage } from '../tag-rules/tag-rules-page'
export { RetentionPage } from './retention-page'
