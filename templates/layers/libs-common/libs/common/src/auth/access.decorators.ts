import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'platform:is-public';
export const ROLES = 'platform:roles';

/** Lets everybody in: without it, the access guard asks for a token. */
export const Public = () => SetMetadata(IS_PUBLIC, true);

/** Lets only callers in who have one of the roles. */
export const RequireRole = (...roles: string[]) => SetMetadata(ROLES, roles);
