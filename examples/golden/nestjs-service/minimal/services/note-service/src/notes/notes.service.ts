import { Injectable } from '@nestjs/common';
import { NotFoundError } from '@platform/common/errors';
import type { NewNote, PageQuery, Note, NotePage } from './note.js';
import { NotesStore } from './notes.store.js';

/** What the service does, whatever it is asked over and wherever it is kept. */
@Injectable()
export class NotesService {
  readonly #store: NotesStore;

  constructor(store: NotesStore) {
    this.#store = store;
  }

  create(content: NewNote): Promise<Note> {
    return this.#store.create(content);
  }

  list(query: PageQuery): Promise<NotePage> {
    return this.#store.list(query);
  }

  async read(id: string): Promise<Note> {
    const found = await this.#store.find(id);
    if (!found) {
      throw missing(id);
    }
    return found;
  }

  async delete(id: string): Promise<void> {
    if (!(await this.#store.delete(id))) {
      throw missing(id);
    }
  }
}

function missing(id: string): NotFoundError {
  return new NotFoundError(`No note has the id ${id}`);
}
