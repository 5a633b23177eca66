/** The page of the API document. No inline script: it works under a strict Content-Security-Policy. */
export const page = (prefix: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Berth API</title>
    <link rel="icon" type="image/png" href="${prefix}/favicon-32x32.png">
    <link rel="stylesheet" href="${prefix}/swagger-ui.css">
  </head>
  <body>
    <div class="swagger-ui"><div class="wrapper"><p><a href="/">Back to the portal</a></p></div></div>
    <div id="api"></div>
    <script src="${prefix}/swagger-ui-bundle.js" defer></script>
    <script src="${prefix}/initializer.js" defer></script>
  </body>
</html>
`

/**
 * Starts the page in the theme that was chosen in the portal, or else in the system's, and sends the CSRF token of the last answer back, so
 * that calls work in a portal session.
 */
export const initializer = `let theme
try {
  theme = localStorage.getItem('berth-theme')
} catch {
  // Storage may be blocked.
}
const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.classList.toggle('dark-mode', isDark)
let token
window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '/api/v2.0/openapi.json',
    dom_id: '#api',
    deepLinking: true,
    withCredentials: true,
    validatorUrl: null,
    responseInterceptor(response) {
      token = response.headers['x-harbor-csrf-token'] ?? token
      return response
    },
    requestInterceptor(request) {
      if (token) request.headers['X-Harbor-CSRF-Token'] = token
      return request
    },
  })
})
`
