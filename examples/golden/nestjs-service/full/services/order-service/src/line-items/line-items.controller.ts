import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { RequireRole } from '@platform/common/auth';
import { z } from 'zod';
import { LineItemsService } from './line-items.service.js';
import { NewLineItem, PageQuery, LineItem, LineItemPage } from './line-item.js';

@ApiTags('line-items')
@ApiBearerAuth()
@Controller('v1/line-items')
export class LineItemsController {
  readonly #service: LineItemsService;

  constructor(service: LineItemsService) {
    this.#service = service;
  }

  @Post()
  @RequireRole('editor')
  @ApiOperation({ operationId: 'createLineItem', summary: 'Create one' })
  @ApiCreatedResponse({ description: 'What was created', standardSchema: LineItem })
  create(@Body({ schema: NewLineItem }) content: NewLineItem): Promise<LineItem> {
    return this.#service.create(content);
  }

  @Get()
  @ApiOperation({ operationId: 'listLineItems', summary: 'Read the collection, page by page' })
  @ApiOkResponse({ description: 'A page', standardSchema: LineItemPage })
  list(@Query({ schema: PageQuery }) query: PageQuery): Promise<LineItemPage> {
    return this.#service.list(query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readLineItem', summary: 'Read one' })
  @ApiOkResponse({ description: 'What has the id', standardSchema: LineItem })
  read(@Param('id', { schema: z.uuid() }) id: string): Promise<LineItem> {
    return this.#service.read(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @RequireRole('editor')
  @ApiOperation({ operationId: 'deleteLineItem', summary: 'Delete one' })
  @ApiNoContentResponse({ description: 'Nothing has the id any more' })
  delete(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.#service.delete(id);
  }
}
