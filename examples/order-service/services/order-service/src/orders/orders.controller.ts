import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { OrdersService } from './orders.service.js';
import { NewOrder, PageQuery, Order, OrderPage } from './order.js';

@ApiTags('orders')
@Controller('v1/orders')
export class OrdersController {
  readonly #service: OrdersService;

  constructor(service: OrdersService) {
    this.#service = service;
  }

  @Post()
  @ApiOperation({ operationId: 'createOrder', summary: 'Create one' })
  @ApiCreatedResponse({ description: 'What was created', standardSchema: Order })
  create(@Body({ schema: NewOrder }) content: NewOrder): Promise<Order> {
    return this.#service.create(content);
  }

  @Get()
  @ApiOperation({ operationId: 'listOrders', summary: 'Read the collection, page by page' })
  @ApiOkResponse({ description: 'A page', standardSchema: OrderPage })
  list(@Query({ schema: PageQuery }) query: PageQuery): Promise<OrderPage> {
    return this.#service.list(query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readOrder', summary: 'Read one' })
  @ApiOkResponse({ description: 'What has the id', standardSchema: Order })
  read(@Param('id', { schema: z.uuid() }) id: string): Promise<Order> {
    return this.#service.read(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteOrder', summary: 'Delete one' })
  @ApiNoContentResponse({ description: 'Nothing has the id any more' })
  delete(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.#service.delete(id);
  }
}
