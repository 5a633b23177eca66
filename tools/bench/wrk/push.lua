-- Pushes images as docker does: POST, PATCH with a chunked body and empty PUT for each blob, then the manifest. Every thread is a
-- client with one connection, one repository and images of its own.
--
-- Arguments after the URL: value of Authorization ('-' for none), a folder, then a repository for each thread.
-- The folder holds `tail`, what all layers end with, and for thread N the file `N` of lines, in the order in which they are pushed:
--   layer <digest> <beginning in hex>
--   config <digest> <text>
--   manifest <tag> <text>

local ffi = require('ffi')
dofile(debug.getinfo(1, 'S').source:match('^@(.*/)') .. 'report.lua')

-- What stands before the content of a layer has a multiple of this many bytes, filled up with a header.
local STEP = 512
local MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
  thread:set('number', #threads)
end

local common, repository, tail, lines
-- A string for each length that a message with a layer may have, written over for each layer: to make a new one of 1 MiB costs more than
-- a server needs for the layer.
local layers = {}
local step, blob, location
-- Read by `done`.
pushed, fault = 0, ''

local function read(path)
  local file = assert(io.open(path, 'rb'))
  local text = file:read('*a')
  file:close()
  return text
end

function init(args)
  common = string.format(' HTTP/1.1\r\nHost: %s:%s\r\n', wrk.host, wrk.port)
  if args[1] ~= '-' then common = common .. 'Authorization: ' .. args[1] .. '\r\n' end
  tail = read(args[2] .. '/tail')
  lines = io.lines(args[2] .. '/' .. number)
  repository = args[2 + number]
end

local function message(method, path, headers, body)
  return table.concat({ method, ' ', path, common, headers, '\r\n', body })
end

-- A message whose body is `beginning` and then `tail`, in one chunk. wrk copies it before the next one is made.
local function layerMessage(method, path, headers, beginning)
  local size = #beginning + #tail
  local start = table.concat({ method, ' ', path, common, headers, 'X-Padding: ' })
  local chunk = string.format('\r\n\r\n%x\r\n', size)
  local head = start .. string.rep('-', -(#start + #chunk) % STEP) .. chunk .. beginning
  local whole = layers[#head]
  if whole == nil then
    whole = table.concat({ head, tail, '\r\n0\r\n\r\n' })
    layers[#head] = whole
  end
  ffi.copy(ffi.cast('char *', whole), head, #head)
  return whole
end

local function nextLine()
  local line = lines()
  -- Nothing else can end a thread here than an error, which wrk would not tell of.
  if line == nil then error('no image is left to push') end
  local kind, name, text = line:match('^(%S+) (%S+) (.*)$')
  if kind ~= 'layer' then return { kind = kind, name = name, beginning = text, size = #text } end
  local beginning = text:gsub('%x%x', function(hex) return string.char(tonumber(hex, 16)) end)
  return { kind = kind, name = name, beginning = beginning, size = #beginning + #tail }
end

local steps = {
  begin = function()
    return message('POST', '/v2/' .. repository .. '/blobs/uploads/', 'Content-Length: 0\r\n')
  end,
  send = function()
    local headers = 'Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n'
    if blob.kind == 'layer' then return layerMessage('PATCH', location, headers, blob.beginning) end
    return message('PATCH', location, headers, string.format('%x\r\n', blob.size) .. blob.beginning .. '\r\n0\r\n\r\n')
  end,
  finish = function()
    local separator = location:find('?', 1, true) and '&' or '?'
    return message('PUT', location .. separator .. 'digest=' .. blob.name, 'Content-Length: 0\r\n')
  end,
  manifest = function()
    local headers = 'Content-Type: ' .. MANIFEST .. '\r\nContent-Length: ' .. blob.size .. '\r\n'
    return message('PUT', '/v2/' .. repository .. '/manifests/' .. blob.name, headers, blob.beginning)
  end,
}

local following = { begin = 'send', send = 'finish' }
local expected = { begin = 202, send = 202, finish = 201, manifest = 201 }

function request()
  if step == nil then
    blob = nextLine()
    step = blob.kind == 'manifest' and 'manifest' or 'begin'
  end
  return steps[step]()
end

function response(status, headers, body)
  if status ~= expected[step] then
    fault = string.format('%s of %s %s was answered with %d: %s', step, blob.kind, blob.name, status, body)
    step = nil
    wrk.thread:stop()
    return
  end
  location = headers['Location'] or headers['location']
  -- It may be absolute.
  location = location and location:gsub('^%a+://[^/]+', '')
  if step == 'finish' then pushed = pushed + blob.size end
  step = following[step]
end

function done(summary, latency)
  local bytes = 0
  for _, thread in ipairs(threads) do
    bytes = bytes + thread:get('pushed')
    if thread:get('fault') ~= '' then io.write('fault: ', thread:get('fault'), '\n') end
  end
  report(summary, latency, bytes)
end
