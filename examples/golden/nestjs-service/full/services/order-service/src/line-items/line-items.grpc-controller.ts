import { Controller } from '@nestjs/common';
import { GrpcMethod, Payload } from '@nestjs/microservices';
import { RequireRole } from '@platform/common/auth';
import { z } from 'zod';
import type * as contract from '../generated/proto/platform/order_service/v1/line_items.js';
import { LineItemsService } from './line-items.service.js';
import { NewLineItem, PageQuery, type LineItem } from './line-item.js';

const Key = z.object({ id: z.uuid() });

/** Offers over gRPC what the HTTP controller offers over HTTP. */
@Controller()
export class LineItemsGrpcController implements contract.LineItemsService {
  readonly #service: LineItemsService;

  constructor(service: LineItemsService) {
    this.#service = service;
  }

  @RequireRole('editor')
  @GrpcMethod('LineItemsService')
  async createLineItem(@Payload({ schema: NewLineItem }) content: NewLineItem) {
    return { created: publish(await this.#service.create(content)) };
  }

  @GrpcMethod('LineItemsService')
  async listLineItems(@Payload({ schema: PageQuery }) query: PageQuery) {
    const { items, next } = await this.#service.list(query);
    return { items: items.map(publish), next };
  }

  @GrpcMethod('LineItemsService')
  async getLineItem(@Payload({ schema: Key }) { id }: z.infer<typeof Key>) {
    return { found: publish(await this.#service.read(id)) };
  }

  @RequireRole('editor')
  @GrpcMethod('LineItemsService')
  async deleteLineItem(@Payload({ schema: Key }) { id }: z.infer<typeof Key>) {
    await this.#service.delete(id);
    return {};
  }
}

function publish({ id, name, createdAt }: LineItem): contract.LineItem {
  const milliseconds = Date.parse(createdAt);
  return {
    id,
    name,
    createdAt: { seconds: Math.floor(milliseconds / 1000), nanos: (milliseconds % 1000) * 1_000_000 },
  };
}
