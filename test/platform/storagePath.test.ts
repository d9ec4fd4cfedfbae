import assert from 'node:assert/strict';
import { storagePath } from '../../src/platform/storagePath';

describe('storagePath', () => {
  it('follows the customs of each system', () => {
    assert.match(storagePath(['/c'], { platform: 'linux', home: '/home/m', env: {} }), /^\/home\/m\/\.cache\/attest\/[0-9a-f]{16}$/);
    assert.match(storagePath(['/c'], { platform: 'linux', home: '/home/m', env: { XDG_CACHE_HOME: '/x' } }), /^\/x\/attest\//);
    assert.match(storagePath(['/c'], { platform: 'linux', home: '/home/m', env: { XDG_CACHE_HOME: 'x' } }), /^\/home\/m\/\.cache\//);
    assert.match(storagePath(['/c'], { platform: 'darwin', home: '/Users/m', env: {} }), /^\/Users\/m\/Library\/Caches\/attest\//);
    assert.match(storagePath(['C:\\c'], { platform: 'win32', home: 'C:\\Users\\m', env: { LOCALAPPDATA: 'D:\\l' } }), /^D:\\l\\attest\\/);
  });
  it('is one for the same folders and another for others', () => {
    const machine = { platform: 'linux', home: '/h', env: {} } as const;
    assert.equal(storagePath(['/a', '/b'], machine), storagePath(['/b/', '/a', '/a/x/..'], machine));
    assert.notEqual(storagePath(['/a'], machine), storagePath(['/a', '/b'], machine));
  });
});
