-- Arguments after the URL: value of Authorization ('-' for none), value of Accept, then the paths that are asked for in turn.

dofile(debug.getinfo(1, 'S').source:match('^@(.*/)') .. 'report.lua')

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
  report(summary, latency)
end
