import { lazyRouteComponent } from '@tanstack/react-router'
import { loadCode } from '../api/missing-code'

/** As the router's own, which would load the page anew without asking whether there is a server. */
export const lazyPage: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => loadCode(load), name)
