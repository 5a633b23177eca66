import { Radio, type RadioGroupProps } from 'antd'
import styles from './choice-cards.module.css'

/** One of a few, each with room to say what it means. Its children are `Radio`s. */
export function ChoiceCards(props: RadioGroupProps) {
  return <Radio.Group {...props} className={styles.cards ?? ''} />
}
