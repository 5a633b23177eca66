import { queryOptions } from '@tanstack/react-query'
import { signInFailure } from '../api/client'

/** An error as what is known, not as what failed: the page is about it. */
export const signInFailureQuery = queryOptions({ queryKey: ['sign-in-failure'], queryFn: signInFailure })
