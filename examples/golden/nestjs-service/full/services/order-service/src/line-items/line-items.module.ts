import { Module } from '@nestjs/common';
import { CachedLineItemsStore } from './cached-line-items.store.js';
import { LineItemsController } from './line-items.controller.js';
import { LineItemsGrpcController } from './line-items.grpc-controller.js';
import { LineItemsService } from './line-items.service.js';
import { LineItemsStore } from './line-items.store.js';
import { PostgresLineItemsStore } from './postgres-line-items.store.js';

@Module({
  controllers: [LineItemsController, LineItemsGrpcController],
  providers: [
    LineItemsService,
    PostgresLineItemsStore,
    {
      provide: LineItemsStore,
      useClass: CachedLineItemsStore,
    },
  ],
})
export class LineItemsModule {}
