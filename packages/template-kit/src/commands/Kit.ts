import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { overlay, type RenderedTree } from '../render/RenderedTree';
import { TemplateRenderer } from '../render/TemplateRenderer';
import { readCases, type Cases } from '../template/Cases';
import { loadTemplates } from '../template/loadTemplates';
import { listCases, type Rendering } from '../template/listRenderings';
import type { Template } from '../template/Template';

/** Where templates, their cases and what they wrote are. */
export interface KitDirectories {
  templates: string;
  cases: string;
  examples: string;
}

/** One template with everything that is rendered of it. */
export interface Subject {
  template: Template;
  cases: Cases;
}

/** What a template wrote, and the repository in which that lies. */
export interface Outcome {
  written: RenderedTree;
  /** What was there before, if it is added to something. */
  base?: RenderedTree;
  repository: RenderedTree;
}

/** The template whose repositories others add to. */
const PLATFORM = 'platform';

/** The directories of this repository. */
export function findDirectories(root: string): KitDirectories {
  return {
    templates: join(root, 'templates'),
    cases: join(root, 'packages', 'template-kit', 'cases'),
    examples: join(root, 'examples'),
  };
}

/** What every command works with. */
export class Kit {
  readonly directories: KitDirectories;
  readonly renderer: TemplateRenderer;
  readonly subjects: Subject[];
  #platform: RenderedTree | undefined;

  /** Starts the scaffolder, hands the kit to a command, and stops it. */
  static async with<T>(
    directories: KitDirectories,
    command: (kit: Kit) => Promise<T>,
  ): Promise<T> {
    const templates = await loadTemplates(directories.templates);
    const subjects = await Promise.all(
      templates.map(async template => ({
        template,
        cases: await readCases(directories.cases, template.name),
      })),
    );
    const renderer = await TemplateRenderer.start(directories.templates);
    try {
      return await command(new Kit({ directories, renderer, subjects }));
    } finally {
      await renderer.stop();
    }
  }

  private constructor(parts: {
    directories: KitDirectories;
    renderer: TemplateRenderer;
    subjects: Subject[];
  }) {
    this.directories = parts.directories;
    this.renderer = parts.renderer;
    this.subjects = parts.subjects;
  }

  /** Renders a template, into a platform when the answers name one. */
  async render(
    template: Template,
    values: JsonObject,
    into?: RenderedTree,
  ): Promise<Outcome> {
    if (values[PLATFORM] === undefined) {
      const written = await this.renderer.render(template, { values });
      return { written, repository: written };
    }
    const base = into ?? (await this.#renderPlatform());
    const written = await this.renderer.render(template, {
      values,
      platform: base,
    });
    return { written, base, repository: overlay(base, written) };
  }

  /** A template by its name, with its cases. */
  find(name: string): Subject {
    const subject = this.subjects.find(
      ({ template }) => template.name === name,
    );
    if (!subject) {
      throw new NotFoundError(`There is no template '${name}'`);
    }
    return subject;
  }

  /** A template, and what is answered in one of its cases. */
  findCase(name: string, wanted: string): Subject & Rendering {
    const { template, cases } = this.find(name);
    const rendering = listCases(template, cases).find(
      ({ id }) => id === wanted,
    );
    if (!rendering) {
      throw new NotFoundError(`The template '${name}' has no case '${wanted}'`);
    }
    return { template, cases, ...rendering };
  }

  /** The smallest platform, to which the cases of other templates add. */
  async #renderPlatform(): Promise<RenderedTree> {
    const { template, values } = this.findCase(PLATFORM, 'minimal');
    this.#platform ??= await this.renderer.render(template, { values });
    return this.#platform;
  }
}
