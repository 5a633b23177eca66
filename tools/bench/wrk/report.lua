-- Writes one line of JSON at the end of a run; wrk's own text is rounded for people.

--- @param bytes moved; absent: all that was received
function report(summary, latency, bytes)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"bytes":%.0f,"microseconds":%d,"p50":%d,"p99":%d,"failed":{"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d}}\n',
    summary.requests, bytes or summary.bytes, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect, errors.read, errors.write, errors.status, errors.timeout))
end
