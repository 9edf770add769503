import { Health } from '@platform/common/health';
import { connectionOptions, type DatabaseAddress } from '@platform/common/postgres';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import { Database } from './database.js';

/** Makes the database injectable; the service is not ready without it. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  readonly #database: Database;

  constructor(database: Database, health: Health) {
    this.#database = database;
    health.dependOn('database', () => database.$queryRaw`SELECT 1`);
  }

  static for(address: DatabaseAddress): DynamicModule {
    const adapter = new PrismaPg(connectionOptions(address));
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useFactory: () => new Database({ adapter }) }],
      exports: [Database],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.#database.$disconnect();
  }
}
