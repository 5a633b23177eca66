import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import styles from './markdown.module.css'

/** Characters up to which a text is laid out. A longer one is shown as it is written. */
const MOST = 200_000

const leadsAway = /^(?:https?|mailto):/i

/** Nobody is told where the reader came from, and a search engine gives nothing for the link. */
const away = { target: '_blank', rel: 'noopener noreferrer nofollow ugc' } as const

const InLink = createContext(false)

/** A relative one leads to nothing here: the text was written for another place. */
const Anchor: Components['a'] = ({ href = '', children, node: _node, ...rest }) => {
  if (!leadsAway.test(href) && !href.startsWith('#')) return <>{children}</>
  const attributes = leadsAway.test(href) ? away : rest
  return (
    <a {...attributes} href={href}>
      <InLink value>{children}</InLink>
    </a>
  )
}

/** An image is fetched by whoever wants to see it: else its owner would learn who reads the page. */
const Image: Components['img'] = ({ src = '', alt = '' }) => {
  const isInLink = useContext(InLink)
  const name = <span className={styles.image}>{alt === '' ? src : alt}</span>
  if (isInLink || !leadsAway.test(src)) return name
  return (
    <a {...away} href={src}>
      {name}
    </a>
  )
}

/** The page has headings of its own above. */
const components: Components = {
  h1: 'h2',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5',
  h5: 'h6',
  a: Anchor,
  img: Image,
  table: ({ children }) => (
    <div className={styles.scroll}>
      <table>{children}</table>
    </div>
  ),
}

/** A text in Markdown, by whomever: HTML in it is left out, and it brings nothing onto the page from elsewhere. */
export function Markdown({ text }: { text: string }) {
  const { t } = useTranslation()
  if (text.length > MOST) return <pre className={styles.long}>{text}</pre>
  return (
    <div className={styles.markdown}>
      <ReactMarkdown
        skipHtml
        remarkPlugins={[remarkGfm]}
        remarkRehypeOptions={{ footnoteLabel: t('markdown.footnotes'), footnoteBackLabel: t('markdown.back') }}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
