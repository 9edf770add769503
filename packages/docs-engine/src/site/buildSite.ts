import type { Report } from '@groundwork/plugin-docs-report-common';
import { createReport } from '../report/createReport';
import { readSite } from './readSite';
import type { SiteHost, SiteJob } from './SiteHost';
import { SiteWriter } from './SiteWriter';
import { writeSite } from './writeSite';

/** What a build made. */
export interface BuiltSite {
  pages: number;
  renderedPages: number;
  report: Report;
  /** What in the configuration has no effect. */
  notes: string[];
}

/** Turns `mkdocs.yml` and Markdown into a TechDocs site, without running anything from the source. */
export async function buildSite(
  job: SiteJob,
  host: SiteHost,
): Promise<BuiltSite> {
  const site = await readSite(job, host);
  host.begin({ name: 'The report' });
  const report = createReport(site);
  const writer = SiteWriter.create(job.outputDir);
  try {
    writeSite(writer, site, { ...job, report, host });
    writer.commit();
  } catch (error) {
    writer.discard();
    throw error;
  }
  return {
    pages: site.pages.length,
    renderedPages: site.renderedPages,
    report,
    notes: site.config.notes,
  };
}
