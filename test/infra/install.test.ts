import assert from 'node:assert/strict'
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'mocha'
import { satisfies } from 'semver'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'))

interface Locked {
  version?: string
  link?: boolean
  optional?: boolean
  engines?: { node?: string }
}

const locked = Object.entries<Locked>(read('package-lock.json').packages)
const { dependencies, devDependencies, optionalDependencies, overrides } = read('package.json')

/** What the folder takes on the disk, in blocks of it. What two names share counts twice. */
const bytes = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    return sum + lstatSync(path).blocks * 512 + (entry.isDirectory() ? bytes(path) : 0)
  }, 0)

describe('the install', () => {
  it('brings packages that all take the Node it brings along, for npm no longer says so', () => {
    const ofNode = Object.entries<string>(optionalDependencies).filter(([name]) => name.startsWith('node-'))
    const nodes = new Set(ofNode.map(([, version]) => version))
    assert.equal(nodes.size, 1, 'the same Node on every machine')
    const [node = ''] = nodes
    const named = locked.filter(([, { engines }]) => engines?.node)
    assert.ok(named.length > 300, `${named.length} packages name the Node they take`)
    const refusing = named.filter(([, { engines, optional }]) => !optional && !satisfies(node, engines?.node ?? '*'))
    assert.deepEqual(refusing, [], `npm ci would warn of these on Node ${node}`)
  })

  it('takes exact versions, and nothing from a folder but what stands in for a package that is never loaded', () => {
    const asked = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
    const inexact = asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    const standIns = inexact.filter(
      ([name, version]) => version === 'file:test/empty' && overrides[name] === `$${name}`,
    )
    assert.deepEqual(inexact, standIns)
    for (const [name] of standIns)
      assert.deepEqual(
        locked.filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([, { link }]) => link),
        [true],
        `${name} is the empty one everywhere`,
      )
  })

  it('stays under 1.0 GB', () => {
    const folder = join(ROOT, 'node_modules')
    assert.ok(existsSync(join(folder, 'react')), 'it is the whole install')
    const megabytes = Math.round(bytes(folder) / 1e6)
    assert.ok(megabytes < 1_000, `node_modules takes ${megabytes} MB; run npm ci, and see what grew`)
  })
})
