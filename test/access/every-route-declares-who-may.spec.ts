import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { permissions } from '../../src/access/permissions.js';
import { REQUIRED } from '../../src/access/requires.js';
import { startApp, type TestApp } from '../support/app.js';

const HTTP_METHOD = 'method';

describe('every route', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('declares who may call it, and every permission is used somewhere', () => {
    const declared = declarations(app);
    expect(declared.length).toBeGreaterThan(20);
    expect(
      declared.filter(({ required }) => required === undefined).map(({ name }) => name),
    ).toEqual([]);
    const used = new Set(
      declared.map(({ required }) => (required as { permission?: string }).permission),
    );
    const fine = ['document.confidential'];
    expect(
      Object.keys(permissions).filter(
        (permission) => !used.has(permission) && !fine.includes(permission),
      ),
    ).toEqual([]);
  });
});

function declarations(app: TestApp): { name: string; required: unknown }[] {
  const reflector = app.nest.get(Reflector);
  const scanner = new MetadataScanner();
  const controllers = app.nest.get(DiscoveryService, { strict: false }).getControllers();
  return controllers.flatMap(({ instance, name }) =>
    scanner
      .getAllMethodNames(Object.getPrototypeOf(instance))
      .map((method) => ({ name: `${name}.${method}`, handler: instance[method] as () => unknown }))
      .filter(({ handler }) => Reflect.hasMetadata(HTTP_METHOD, handler))
      .map(({ name: route, handler }) => ({
        name: route,
        required: reflector.get<unknown>(REQUIRED, handler),
      })),
  );
}
