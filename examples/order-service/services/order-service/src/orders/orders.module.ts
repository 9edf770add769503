import { Module } from '@nestjs/common';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';
import { OrdersStore } from './orders.store.js';
import { MemoryOrdersStore } from './memory-orders.store.js';

@Module({
  controllers: [OrdersController],
  providers: [
    OrdersService,
    {
      provide: OrdersStore,
      useClass: MemoryOrdersStore,
    },
  ],
})
export class OrdersModule {}
