import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewNote, PageQuery, Note, NotePage } from './note.js';
import { NotesStore } from './notes.store.js';

/** Keeps the collection in memory: it is lost when the process ends. */
@Injectable()
export class MemoryNotesStore extends NotesStore {
  readonly #entries = new Map<string, Note>();

  async create({ name }: NewNote): Promise<Note> {
    const created = { id: randomUUID(), name, createdAt: new Date().toISOString() };
    this.#entries.set(created.id, created);
    return created;
  }

  async list({ limit, after }: PageQuery): Promise<NotePage> {
    const all = [...this.#entries.values()];
    const index = all.findIndex(({ id }) => id === after);
    const rest = after === undefined ? all : index < 0 ? [] : all.slice(index + 1);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return last && rest.length > limit ? { items, next: last.id } : { items };
  }

  async find(id: string): Promise<Note | undefined> {
    return this.#entries.get(id);
  }

  async delete(id: string): Promise<boolean> {
    return this.#entries.delete(id);
  }
}
