import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isSomethingTyped } from '../browser/typed'
import { ApiError } from './api-error'

/** `onSignedOut` is called when a call is refused because the session has ended. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const notice = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // A page whose data does not come anew would take with it what is typed there: it goes on with what it has.
        if (query.state.data !== undefined && isSomethingTyped()) query.setState({ error: null, status: 'success' })
        notice(error)
      },
    }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Answers are final; only silence and an overloaded server deserve another try.
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
        retryDelay: (failure) => 400 * 2 ** failure,
      },
    },
  })
}
