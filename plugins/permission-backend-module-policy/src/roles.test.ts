import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { RoleAssignments } from './roles';

function read(roles?: JsonObject) {
  return RoleAssignments.fromConfig(
    new ConfigReader(roles ? { permission: { policy: { roles } } } : {}),
  );
}

describe('RoleAssignments', () => {
  it('gives the highest role to a user of several groups', () => {
    const roles = read({ viewer: ['everyone'], admin: ['admins'] });

    expect(
      roles.highestRoleOf([
        'user:default/adam',
        'group:default/admins',
        'group:default/everyone',
      ]),
    ).toBe('admin');
  });

  it('gives no role to a user of no listed group', () => {
    expect(
      read({ viewer: ['everyone'] }).highestRoleOf(['group:default/guests']),
    ).toBeUndefined();
  });

  it('accepts a single user and ignores the case of a reference', () => {
    expect(
      read({ admin: ['User:Default/Adam'] }).highestRoleOf([
        'user:default/adam',
      ]),
    ).toBe('admin');
  });

  it('asks for the roles when they are missing', () => {
    expect(() => read()).toThrow(
      /permission\.policy\.roles is missing: .*viewer, developer/,
    );
  });

  it('names a role that does not exist', () => {
    expect(() => read({ superuser: ['admins'] })).toThrow(
      /no role 'superuser'; roles: viewer, developer, platform-engineer, admin/,
    );
  });

  it('refuses anything but groups and users', () => {
    expect(() => read({ viewer: ['component:default/portal'] })).toThrow(
      /roles\.viewer names 'component:default\/portal'; give groups or users/,
    );
  });
});
