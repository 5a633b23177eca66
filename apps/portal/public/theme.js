// Runs before the first paint, so that a remembered theme does not flash. A file of its own because the content policy forbids inline scripts.
;(function () {
  var mode = 'system'
  try {
    mode = localStorage.getItem('berth-theme') || 'system'
  } catch {
    // Storage may be blocked: the system's theme applies.
  }
  var dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
