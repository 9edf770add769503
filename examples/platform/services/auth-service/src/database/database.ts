import { PrismaClient } from '../generated/prisma/client.js';

/** The database of the service: each model of `prisma/schema.prisma` is a property. */
export class Database extends PrismaClient {}
