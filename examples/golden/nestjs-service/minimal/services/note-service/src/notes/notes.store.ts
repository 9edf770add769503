import type { NewNote, PageQuery, Note, NotePage } from './note.js';

/** Where the collection is kept. */
export abstract class NotesStore {
  abstract create(content: NewNote): Promise<Note>;

  /** Reads a part of the collection in the order of creation; nothing comes after what does not exist. */
  abstract list(query: PageQuery): Promise<NotePage>;

  abstract find(id: string): Promise<Note | undefined>;

  /** Says whether there was something to delete. */
  abstract delete(id: string): Promise<boolean>;
}
