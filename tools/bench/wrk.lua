-- Arguments after the URL: value of Authorization ('-' for none), value of Accept, then the paths that are asked for in turn.
-- Writes one line of JSON at the end; wrk's own text is rounded for people.

local paths, last = {}, 0

function init(args)
  if args[1] ~= '-' then wrk.headers['Authorization'] = args[1] end
  wrk.headers['Accept'] = args[2]
  for index = 3, #args do paths[index - 2] = wrk.format('GET', args[index]) end
end

function request()
  last = last % #paths + 1
  return paths[last]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"bytes":%.0f,"microseconds":%d,"p50":%d,"p99":%d,"failed":{"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d}}\n',
    summary.requests, summary.bytes, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect, errors.read, errors.write, errors.status, errors.timeout))
end
