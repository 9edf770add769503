import { NotFoundException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { OrdersService } from './orders.service.js';

describe('orders', () => {
  it('are listed page by page in the order of creation', () => {
    const service = new OrdersService();
    const [first, second, third] = ['a', 'b', 'c'].map(name => service.create({ name }));

    expect(service.list({ limit: 2 })).toEqual({ items: [first, second], next: second?.id });
    expect(service.list({ limit: 2, after: second?.id })).toEqual({ items: [third] });
  });

  it('are gone when they are deleted', () => {
    const service = new OrdersService();
    const { id } = service.create({ name: 'a' });

    service.delete(id);

    expect(() => service.read(id)).toThrow(NotFoundException);
    expect(service.list({ limit: 1 })).toEqual({ items: [] });
  });
});
