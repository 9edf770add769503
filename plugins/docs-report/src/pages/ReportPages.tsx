import { Container } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { ReportPage } from './ReportPage';
import { ReportsPage } from './ReportsPage';
import styles from './ReportPages.module.css';

/** Everything below the address of the report: all docs, and one of them. */
export function ReportPages() {
  return (
    <main>
      <Container className={styles.page}>
        <Routes>
          <Route index element={<ReportsPage />} />
          <Route path=":namespace/:kind/:name" element={<ReportPage />} />
        </Routes>
      </Container>
    </main>
  );
}
