import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { NotesService } from './notes.service.js';
import { NewNote, PageQuery, Note, NotePage } from './note.js';

@ApiTags('notes')
@Controller('v1/notes')
export class NotesController {
  readonly #service: NotesService;

  constructor(service: NotesService) {
    this.#service = service;
  }

  @Post()
  @ApiOperation({ operationId: 'createNote', summary: 'Create one' })
  @ApiCreatedResponse({ description: 'What was created', standardSchema: Note })
  create(@Body({ schema: NewNote }) content: NewNote): Promise<Note> {
    return this.#service.create(content);
  }

  @Get()
  @ApiOperation({ operationId: 'listNotes', summary: 'Read the collection, page by page' })
  @ApiOkResponse({ description: 'A page', standardSchema: NotePage })
  list(@Query({ schema: PageQuery }) query: PageQuery): Promise<NotePage> {
    return this.#service.list(query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readNote', summary: 'Read one' })
  @ApiOkResponse({ description: 'What has the id', standardSchema: Note })
  read(@Param('id', { schema: z.uuid() }) id: string): Promise<Note> {
    return this.#service.read(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteNote', summary: 'Delete one' })
  @ApiNoContentResponse({ description: 'Nothing has the id any more' })
  delete(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.#service.delete(id);
  }
}
