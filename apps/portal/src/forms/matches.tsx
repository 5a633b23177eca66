import styles from './matches.module.css'

interface MatchesProps {
  text: string
  /** The first of them. */
  names: readonly string[]
}

/** What a form's pattern is about as things are now. */
export function Matches({ text, names }: MatchesProps) {
  return (
    <div className={styles.found} role="status">
      <p>{text}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}
