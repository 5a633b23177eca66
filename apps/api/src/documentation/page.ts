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
    <div id="api"></div>
    <script src="${prefix}/swagger-ui-bundle.js" defer></script>
    <script src="${prefix}/initializer.js" defer></script>
  </body>
</html>
`

/** Starts the page, and sends the CSRF token of the last answer back, so that calls work in a portal session. */
export const initializer = `let token
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
