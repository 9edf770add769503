import { readDirectory } from './readDirectory';
import type { Step } from './planSteps';
import type { RenderedFile, RenderedTree } from './RenderedTree';

/** Where steps find the platform to which a template adds. */
export const PLATFORM_DIRECTORY = 'platform-of-the-kit';

/** A file as the scaffolder takes it in a request. */
interface SentFile {
  path: string;
  base64Content: string;
}

/** The templates, of which each rendering is sent what it fetches. */
export class DirectoryContents {
  readonly #files: SentFile[];

  private constructor(files: SentFile[]) {
    this.#files = files;
  }

  static async read(directory: string): Promise<DirectoryContents> {
    return new DirectoryContents((await readDirectory(directory)).map(send));
  }

  /** The layers that the steps fetch, and what is at the root of the platform. */
  select(steps: Step[], platform: RenderedTree = { files: [] }): SentFile[] {
    const fetched = steps.map(({ input }) =>
      String(input?.url).replace(/^\.\//, ''),
    );
    return [
      ...this.#files.filter(({ path }) =>
        fetched.some(layer => path.startsWith(`${layer}/`)),
      ),
      ...platform.files
        .filter(({ path }) => fetched.includes(`${PLATFORM_DIRECTORY}/${path}`))
        .map(file =>
          send({ ...file, path: `${PLATFORM_DIRECTORY}/${file.path}` }),
        ),
    ];
  }
}

function send({ path, content }: RenderedFile): SentFile {
  return { path, base64Content: content.toString('base64') };
}
