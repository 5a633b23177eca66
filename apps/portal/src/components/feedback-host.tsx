import { App } from 'antd'
import { useEffect } from 'react'
import { offerFeedback } from './feedback'

export function FeedbackHost() {
  return (
    <App notification={{ placement: 'bottomRight' }}>
      <Offer />
    </App>
  )
}

function Offer() {
  const feedback = App.useApp()
  useEffect(() => {
    offerFeedback(feedback)
    return () => offerFeedback(undefined)
  }, [feedback])
  return null
}
