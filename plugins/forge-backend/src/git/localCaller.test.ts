import { ConfigReader } from '@backstage/config';
import { Socket } from 'node:net';
import { isLocalRequest, readLocalAccess } from './localCaller';

function request(remoteAddress: string, headers = {}) {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  return { socket, headers };
}

describe('isLocalRequest', () => {
  it.each([
    ['127.0.0.1', {}, true],
    ['::1', {}, true],
    ['::ffff:127.0.0.1', {}, true],
    ['10.0.0.7', {}, false],
    ['127.0.0.1.evil.org', {}, false],
    ['10.0.0.7', { 'x-forwarded-for': '127.0.0.1' }, false],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
    ['127.0.0.1', { forwarded: 'for=10.0.0.7' }, false],
    ['127.0.0.1', { 'x-real-ip': '10.0.0.7' }, false],
  ])('says of %s with %j: %s', (address, headers, expected) => {
    expect(isLocalRequest(request(address, headers))).toBe(expected);
  });
});

describe('readLocalAccess', () => {
  const nodeEnv = process.env.NODE_ENV;
  afterEach(() => {
    Object.assign(process.env, { NODE_ENV: nodeEnv });
  });

  it.each([
    ['development', { host: '127.0.0.1' }, undefined, true],
    ['development', { host: 'localhost' }, undefined, true],
    ['development', { host: '0.0.0.0' }, undefined, false],
    ['development', ':7007', undefined, false],
    ['development', { host: '127.0.0.1' }, false, false],
    ['production', { host: '127.0.0.1' }, undefined, false],
    ['production', { host: '127.0.0.1' }, true, true],
  ])('in %s with listen %j and setting %s is %s', (...row) => {
    const [environment, listen, localAccess, expected] = row;
    Object.assign(process.env, { NODE_ENV: environment });
    const config = new ConfigReader({
      backend: { listen },
      forge: { embedded: localAccess === undefined ? {} : { localAccess } },
    });
    expect(readLocalAccess(config)).toBe(expected);
  });
});
