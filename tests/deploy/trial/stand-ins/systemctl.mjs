#!/usr/bin/env node
/**
 * What systemctl does with the units of the guide, where there is no systemd: it reads them, and starts, stops or runs what
 * they say, with their settings. ROOT is the folder that stands for "/", PORTS maps the ports of the guide to free ones.
 */
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const { ROOT, PORTS } = process.env
const ports = JSON.parse(PORTS)
const here = (text) => text.replace(/(?<=^|[\s=:])\/(etc|opt|var|root)(?=\/)/g, `${ROOT}/$1`)

/** The lines of a unit as names and values; `%i` is what its name has after "@". */
function read(unit) {
  const [, name, instance = ''] = unit.match(/^([^@]+)@?(.*)$/)
  const path = `${ROOT}/etc/systemd/system/${name}${instance ? '@' : ''}.service`
  if (!existsSync(path)) throw new Error(`Unit ${unit}.service not found.`)
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
  const port = ports[instance] ?? instance
  return lines.map((line) => [
    line.slice(0, line.indexOf('=')),
    here(line.slice(line.indexOf('=') + 1).replaceAll('%i', port)),
  ])
}

function settingsOf(lines) {
  const texts = lines.flatMap(([name, value]) => {
    if (name === 'Environment') return value.split(' ')
    return name === 'EnvironmentFile'
      ? readFileSync(value, 'utf8')
          .split('\n')
          .filter((line) => /^\w+=/.test(line))
      : []
  })
  return Object.fromEntries(texts.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]))
}

function start(unit) {
  const lines = read(unit)
  const get = (name) => lines.find(([one]) => one === name)?.[1]
  const [command, ...args] = get('ExecStart').split(' ')
  mkdirSync(`${ROOT}/journal`, { recursive: true })
  if (get('StateDirectory')) mkdirSync(`${ROOT}/var/lib/${get('StateDirectory')}`, { recursive: true })
  const log = openSync(`${ROOT}/journal/${unit}`, 'a')
  const env = { PATH: process.env.PATH, ...settingsOf(lines) }
  const options = { cwd: get('WorkingDirectory'), env, stdio: ['ignore', log, log] }
  if (get('Type') === 'oneshot') return spawnSync(command, args, options).status ?? 1
  const child = spawn(command, args, { ...options, detached: true })
  child.unref()
  writeFileSync(`${ROOT}/journal/${unit}.pid`, String(child.pid))
  appendFileSync(`${ROOT}/pids`, `${child.pid}\n`)
  const [after, ...words] = get('ExecStartPost').split(' ')
  return spawnSync(after, words, { stdio: 'inherit' }).status ?? 1
}

function stop(unit) {
  const path = `${ROOT}/journal/${unit}.pid`
  if (!existsSync(path)) return 0
  const pid = Number(readFileSync(path, 'utf8'))
  process.kill(pid, 'SIGTERM')
  rmSync(path)
  for (let tries = 0; tries < 200 && isAlive(pid); tries += 1)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  return isAlive(pid) ? 1 : 0
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const [verb, ...words] = process.argv.slice(2)
const units = words.filter((word) => !word.startsWith('--'))
/** Timers start nothing now, and nginx has a trial of its own. */
const services = units.filter((unit) => !unit.endsWith('.timer') && unit !== 'nginx')
const verbs = {
  start,
  stop,
  enable: words.includes('--now') ? start : () => 0,
  restart: (unit) => stop(unit) || start(unit),
}
const does = verbs[verb] ?? (() => 0)
for (const unit of services) process.exitCode ||= does(unit)
