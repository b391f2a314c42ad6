import { describe, expect, it } from 'vitest'
import { parseFlags, UsageError } from '../../functions/server/flags.ts'

const parse = (args: readonly string[], env: Record<string, string> = {}) => parseFlags(args, env)

describe('parseFlags', () => {
  it('refuses to start with neither certificates nor --insecure, or a function would serve anybody by mistake', () => {
    expect(() => parse([])).toThrow(/no certificates/)
  })

  it('takes the folder from the flag, from another SDK’s flag and from the environment, in this order', () => {
    const env = { TLS_SERVER_CERTS_DIR: '/env' }
    expect(parse(['--tls-certs-dir', '/flag'], env)).toMatchObject({ certificates: '/flag' })
    expect(parse(['--tls-server-certs-dir', '/other'], env)).toMatchObject({ certificates: '/other' })
    expect(parse([], env)).toMatchObject({ certificates: '/env' })
  })

  it('serves without TLS when both are given, as the specification says', () => {
    expect(parse(['--insecure', '--tls-certs-dir', '/flag'])).toMatchObject({ certificates: undefined })
  })

  it('has the specification’s defaults', () => {
    expect(parse(['--insecure'])).toEqual({
      address: ':9443',
      metricsAddress: ':8080',
      certificates: undefined,
      debug: false,
      maxReceive: 32 * 1024 * 1024,
      maxConnectionAge: 300,
      answerCache: 32 * 1024 * 1024,
      drain: 10,
    })
  })

  it('reads every setting from a flag and from the environment, or a DeploymentRuntimeConfig could not set it', () => {
    const flags = ['--insecure', '--debug', '--address', 'h:1', '--metrics-address', 'none', '--answer-cache-size', '0']
    expect(
      parse([...flags, '--max-recv-message-size', '5', '--max-connection-age', '6', '--drain-seconds', '7']),
    ).toMatchObject({
      debug: true,
      address: 'h:1',
      metricsAddress: undefined,
      answerCache: 0,
      maxReceive: 5 * 2 ** 20,
      maxConnectionAge: 6,
      drain: 7,
    })
    const env = {
      ADDRESS: 'h:1',
      METRICS_ADDRESS: 'h:2',
      MAX_RECV_MESSAGE_SIZE: '5',
      MAX_CONNECTION_AGE: '6',
      ANSWER_CACHE_SIZE: '64',
      DRAIN_SECONDS: '7',
      DEBUG: 'true',
    }
    expect(parse(['--insecure'], env)).toMatchObject({
      debug: true,
      address: 'h:1',
      metricsAddress: 'h:2',
      answerCache: 64 * 2 ** 20,
      maxReceive: 5 * 2 ** 20,
      maxConnectionAge: 6,
      drain: 7,
    })
  })

  it.each([
    [['--insecur'], /insecur/],
    [['--insecure', 'extra'], /extra/],
    [['--insecure', '--address', '9443'], /HOST:PORT/],
    [['--insecure', '--max-recv-message-size', '0'], /whole number/],
    [['--insecure', '--drain-seconds', 'soon'], /whole number/],
    [['--insecure', '--answer-cache-size', ''], /whole number from 0 on/],
    [['--insecure', '--answer-cache-size', '-1'], /answer-cache-size/],
  ])('tells what is wrong with %j in one line', (args, message) => {
    expect(() => parse(args)).toThrow(UsageError)
    expect(() => parse(args)).toThrow(message)
  })

  it('asks for the usage alone', () => {
    expect(parse(['--help'])).toBe('help')
  })
})
